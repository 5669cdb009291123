package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Instant;
import java.util.Map;

/** What a scan of a pick-up code came to. */
public sealed interface PickupCheck {

    /** The server said so. */
    record Valid(PickupToken token) implements PickupCheck {}

    /** Not to be honoured. */
    record Refused(Reason reason) implements PickupCheck {}

    /** Why a code is refused. */
    enum Reason {
        /** Some other QR code. */
        NO_TOKEN,
        /** Signed by a key the tablet does not know. */
        UNKNOWN_KEY,
        /** Changed, or never signed by us. */
        BAD_SIGNATURE,
        EXPIRED
    }

    /**
     * Checks a scanned text.
     *
     * @param serverKeys raw public keys by their number
     * @param now the greatest of wall clock, last server time and last journal time
     */
    static PickupCheck of(String text, Map<Integer, Bytes> serverKeys, Instant now) {
        SignedPickupToken signed;
        PickupToken token;
        try {
            signed = SignedPickupToken.parse(text);
            token = signed.token();
        } catch (WireException noToken) {
            return new Refused(Reason.NO_TOKEN);
        }
        Bytes key = serverKeys.get(token.kid());
        if (key == null) {
            return new Refused(Reason.UNKNOWN_KEY);
        }
        if (!signed.isSignedBy(key)) {
            return new Refused(Reason.BAD_SIGNATURE);
        }
        return now.isBefore(token.exp()) ? new Valid(token) : new Refused(Reason.EXPIRED);
    }
}
