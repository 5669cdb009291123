package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a KEY_ROLL entry is worth (sync.md 5). The entry stands in a chain that the old key signed,
 * and the new key signs the old one: so both agree.
 */
public final class KeyRolls {

    /** A certificate's life. */
    public static final Duration LIFE = Duration.ofDays(90);

    /** After this a tablet changes its key by itself. */
    public static final Duration DUE = Duration.ofDays(60);

    /** How long the old key goes on beside the new one. */
    public static final Duration OVERLAP = Duration.ofDays(30);

    private KeyRolls() {}

    /** Whether a signature is a key's over a message. */
    public interface SignatureCheck {
        boolean verify(Bytes publicKey, byte[] message, Bytes signature);
    }

    /** What becomes of the announcement. */
    public sealed interface Verdict {

        /**
         * @param othersEnd the device's other keys end no later than this
         */
        record Rolled(DeviceKey key, Instant othersEnd) implements Verdict {}

        /** It is one of the device's keys already. */
        record Known() implements Verdict {}

        /** No key of the device is proven; kept, shown to the office. */
        record NotProven() implements Verdict {}

        /**
         * The old key had ended before it announced another. What the new one signs is the tablet's
         * all the same, or its sales could never arrive; but it opens nothing until the office
         * prolongs it.
         *
         * @param key ended already
         */
        record TooLate(DeviceKey key) implements Verdict {}
    }

    /**
     * @param keys of the device
     * @param arrived when the entry arrived: a tablet's own clock makes no expired key valid
     */
    public static Verdict judge(
            List<DeviceKey> keys, KeyRoll roll, Instant arrived, SignatureCheck check) {
        if (keys.stream().anyMatch(key -> key.publicKey().equals(roll.newPublicKey()))) {
            return new Verdict.Known();
        }
        Optional<DeviceKey> old =
                keys.stream()
                        .filter(
                                key ->
                                        check.verify(
                                                roll.newPublicKey(),
                                                key.publicKey().toArray(),
                                                roll.proof()))
                        .findFirst();
        if (old.isEmpty()) {
            return new Verdict.NotProven();
        }
        if (!arrived.isBefore(old.get().validUntil())) {
            return new Verdict.TooLate(new DeviceKey(roll.newPublicKey(), arrived, arrived));
        }
        return new Verdict.Rolled(
                new DeviceKey(roll.newPublicKey(), arrived, arrived.plus(LIFE)),
                arrived.plus(OVERLAP));
    }
}
