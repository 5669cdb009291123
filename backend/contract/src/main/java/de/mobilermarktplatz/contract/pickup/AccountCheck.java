package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/** Whether a sale may go to a saved card without asking the bank. */
public sealed interface AccountCheck {

    /** The server allows it beforehand. */
    record Allowed() implements AccountCheck {}

    /** To be paid in cash or by card. */
    record Refused(Reason reason) implements AccountCheck {}

    /** Why a sale may not go to the account. */
    enum Reason {
        /** Not readable. */
        NO_PERMIT,
        /** Signed by a key the tablet does not know. */
        UNKNOWN_KEY,
        /** Changed, or never signed by us. */
        BAD_SIGNATURE,
        EXPIRED,
        /** Another customer's, or for another day. */
        NOT_FOR_THIS,
        /** More than was agreed. */
        OVER_LIMIT
    }

    /**
     * What is to be sold.
     *
     * @param order whose pick-up code was shown
     * @param customerToday sold to this card before, this market day
     * @param vanToday sold to anybody's account before on this van, this market day
     */
    record Wish(OrderId order, LocalDate day, Money amount, Money customerToday, Money vanToday) {}

    /**
     * Checks a permit for one sale.
     *
     * @param serverKeys raw public keys by their number
     * @param now the greatest of wall clock, last server time and last journal time
     */
    static AccountCheck of(
            SignedAccountPermit signed, Wish wish, Map<Integer, Bytes> serverKeys, Instant now) {
        AccountPermit permit;
        try {
            permit = signed.permit();
        } catch (WireException noPermit) {
            return new Refused(Reason.NO_PERMIT);
        }
        Bytes key = serverKeys.get(permit.kid());
        if (key == null) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        if (!signed.isSignedBy(key)) {
            return new Refused(Reason.BAD_SIGNATURE);
        }
        if (!now.isBefore(permit.exp())) {
            return new Refused(Reason.EXPIRED);
        }
        if (!permit.order().equals(wish.order()) || !permit.day().equals(wish.day())) {
            return new Refused(Reason.NOT_FOR_THIS);
        }
        return permit.limits().allow(wish.amount(), wish.customerToday(), wish.vanToday())
                ? new Allowed()
                : new Refused(Reason.OVER_LIMIT);
    }
}
