package de.mobilermarktplatz.contract.pickup;

import de.mobilermarktplatz.kernel.id.OrderId;
import java.time.Instant;
import java.time.LocalDate;

/**
 * Says that the customer of an order has a saved card that may be charged later for what they buy
 * on board. No name and no card in it.
 *
 * @param kid number of the server key that signs it
 * @param order whose card it is; whoever shows the order's pick-up code is the customer
 * @param day market day it holds for
 * @param exp from then on it is refused
 */
public record AccountPermit(
        int kid, OrderId order, LocalDate day, Instant exp, AccountLimits limits) {}
