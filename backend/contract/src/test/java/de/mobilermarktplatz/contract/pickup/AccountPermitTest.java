package de.mobilermarktplatz.contract.pickup;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.pickup.AccountCheck.Allowed;
import de.mobilermarktplatz.contract.pickup.AccountCheck.Reason;
import de.mobilermarktplatz.contract.pickup.AccountCheck.Refused;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AccountPermitTest {

    private static final Instant NOW = Instant.parse("2026-05-04T08:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final OrderId ORDER = OrderId.of("019df205-0850-7000-8000-000000000001");
    private static final Ed25519KeyPair SERVER = Ed25519KeyPair.generate(new SecureRandom());
    private static final Map<Integer, Bytes> KEYS = Map.of(3, SERVER.publicKey());

    private final SignedAccountPermit permit =
            SignedAccountPermit.issue(
                    new AccountPermit(3, ORDER, DAY, NOW.plusSeconds(1), AccountLimits.USUAL),
                    SERVER);

    @ParameterizedTest
    @CsvSource({
        "5000, 0, 0, true",
        "5001, 0, 0, false",
        "5000, 10000, 0, true",
        "5000, 10001, 0, false",
        "5000, 0, 45000, true",
        "5000, 0, 45001, false",
        "0, 0, 0, false",
        "-1, 0, 0, false"
    })
    void eachLimitHoldsToTheCent(long amount, long customer, long van, boolean allowed) {
        AccountCheck check = check(wish(ORDER, DAY, amount, customer, van), NOW);

        assertThat(check).isEqualTo(allowed ? new Allowed() : new Refused(Reason.OVER_LIMIT));
    }

    @Test
    void itHoldsForItsCustomerItsDayAndItsTimeOnly() {
        OrderId other = OrderId.of("019df205-0850-7000-8000-000000000002");

        assertThat(check(wish(other, DAY, 1, 0, 0), NOW))
                .isEqualTo(new Refused(Reason.NOT_FOR_THIS));
        assertThat(check(wish(ORDER, DAY.plusDays(1), 1, 0, 0), NOW))
                .isEqualTo(new Refused(Reason.NOT_FOR_THIS));
        assertThat(check(wish(ORDER, DAY, 1, 0, 0), NOW.plusSeconds(1)))
                .isEqualTo(new Refused(Reason.EXPIRED));
    }

    @Test
    void onlyWhatTheServerSignedCounts() {
        AccountCheck.Wish wish = wish(ORDER, DAY, 1, 0, 0);
        byte[] raised = permit.payload().toArray();
        raised[raised.length - 1] ^= 1;
        SignedAccountPermit changed = new SignedAccountPermit(Bytes.of(raised), permit.signature());

        assertThat(AccountCheck.of(changed, wish, KEYS, NOW)).isInstanceOf(Refused.class);
        assertThat(AccountCheck.of(permit, wish, Map.of(), NOW))
                .isEqualTo(new Refused(Reason.UNKNOWN_KEY));
        assertThat(
                        AccountCheck.of(
                                permit,
                                wish,
                                Map.of(3, Ed25519KeyPair.generate(new SecureRandom()).publicKey()),
                                NOW))
                .isEqualTo(new Refused(Reason.BAD_SIGNATURE));
        assertThat(
                        AccountCheck.of(
                                new SignedAccountPermit(
                                        Bytes.of(new byte[] {1, 2}), permit.signature()),
                                wish,
                                KEYS,
                                NOW))
                .isEqualTo(new Refused(Reason.NO_PERMIT));
    }

    @Test
    void aPhoneShowsItAndNothingElseIsTakenForIt() {
        assertThat(SignedAccountPermit.parse(permit.text())).isEqualTo(permit);
        assertThat(permit.text()).matches("[0-9A-Z $%*+./:-]{1,260}");
        String pickUp =
                SignedPickupToken.issue(
                                new PickupToken(3, ORDER, DAY, 1, NOW.plusSeconds(1), 0), SERVER)
                        .text();
        assertThat(
                        AccountCheck.of(
                                SignedAccountPermit.parse(pickUp),
                                wish(ORDER, DAY, 1, 0, 0),
                                KEYS,
                                NOW))
                .isEqualTo(new Refused(Reason.NO_PERMIT));
    }

    private AccountCheck check(AccountCheck.Wish wish, Instant now) {
        return AccountCheck.of(permit, wish, KEYS, now);
    }

    private static AccountCheck.Wish wish(
            OrderId order, LocalDate day, long amount, long customer, long van) {
        return new AccountCheck.Wish(
                order, day, new Money(amount), new Money(customer), new Money(van));
    }
}
