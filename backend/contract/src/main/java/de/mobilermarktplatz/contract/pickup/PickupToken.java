package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.kernel.id.OrderId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Says that whoever shows it may take an order. No name in it.
 *
 * @param kid number of the server key that signs it
 * @param day market day of the call
 * @param gen version of the order's token; a newer one replaces older ones
 * @param exp from then on it is refused
 * @param flags bit 0: paid online
 */
public record PickupToken(int kid, OrderId order, LocalDate day, long gen, Instant exp, int flags) {

    public static final int PAID_ONLINE = 1;

    public boolean isPaidOnline() {
        return (flags & PAID_ONLINE) != 0;
    }
}
