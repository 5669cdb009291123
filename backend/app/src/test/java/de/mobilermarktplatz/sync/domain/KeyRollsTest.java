package de.mobilermarktplatz.sync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyRollsTest {

    private static final Instant DAY_60 = Instant.parse("2026-11-23T08:00:00Z");

    private final Ed25519KeyPair old = Ed25519KeyPair.generate(new SecureRandom());
    private final Ed25519KeyPair next = Ed25519KeyPair.generate(new SecureRandom());
    private final DeviceKey held =
            new DeviceKey(
                    old.publicKey(), DAY_60.minus(KeyRolls.DUE), DAY_60.plus(Duration.ofDays(30)));

    @Test
    void aKeyThatProvesTheOldOneFollowsItAndTheOldOneGoesOnForAMonth() {
        assertThat(judged(roll(old, next), DAY_60))
                .isEqualTo(
                        new KeyRolls.Verdict.Rolled(
                                new DeviceKey(
                                        next.publicKey(), DAY_60, DAY_60.plus(Duration.ofDays(90))),
                                DAY_60.plus(Duration.ofDays(30))));
    }

    @Test
    void aStrangersKeyDoesNot() {
        Ed25519KeyPair stranger = Ed25519KeyPair.generate(new SecureRandom());
        assertThat(judged(roll(stranger, next), DAY_60))
                .isEqualTo(new KeyRolls.Verdict.NotProven());
        assertThat(judged(new KeyRoll(next.publicKey(), old.sign(new byte[] {1})), DAY_60))
                .isEqualTo(new KeyRolls.Verdict.NotProven());
    }

    @Test
    void anEndedKeyAnnouncesOneThatOpensNothing() {
        assertThat(judged(roll(old, next), held.validUntil()))
                .isEqualTo(
                        new KeyRolls.Verdict.TooLate(
                                new DeviceKey(
                                        next.publicKey(), held.validUntil(), held.validUntil())));
    }

    @Test
    void theSameKeyTwiceIsNothingNew() {
        assertThat(judged(roll(old, old), DAY_60)).isEqualTo(new KeyRolls.Verdict.Known());
    }

    private KeyRolls.Verdict judged(KeyRoll roll, Instant arrived) {
        return KeyRolls.judge(List.of(held), roll, arrived, Ed25519::verify);
    }

    private static KeyRoll roll(Ed25519KeyPair from, Ed25519KeyPair to) {
        return new KeyRoll(to.publicKey(), to.sign(from.publicKey().toArray()));
    }
}
