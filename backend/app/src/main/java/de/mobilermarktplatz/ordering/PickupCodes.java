package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.contract.pickup.PickupToken;
import de.mobilermarktplatz.contract.pickup.SignedPickupToken;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The signed code that a customer shows at the van; the tablet checks it without a network. */
@Component
public class PickupCodes {

    /** First generation of a token: there is no way to exchange one yet. */
    private static final long GENERATION = 1;

    /**
     * A code may be shown until the end of the day after the market day, should the van be late.
     */
    private static final int DAYS_VALID = 2;

    private final ServerKey key;

    PickupCodes(ServerKey key) {
        this.key = key;
    }

    /** Text of the QR code, in the characters of its dense alphanumeric mode. */
    public String text(Region region, Order order) {
        Instant expires =
                order.marketDay().plusDays(DAYS_VALID).atStartOfDay(region.zone()).toInstant();
        int flags = order.paidAt() == null ? 0 : PickupToken.PAID_ONLINE;
        PickupToken token =
                new PickupToken(
                        key.kid(), order.id(), order.marketDay(), GENERATION, expires, flags);
        return SignedPickupToken.issue(token, message -> Bytes.of(key.sign(message))).text();
    }
}
