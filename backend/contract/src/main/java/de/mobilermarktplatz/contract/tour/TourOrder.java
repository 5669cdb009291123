package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import java.util.List;

/**
 * A pre-order to hand over. No full name, no address (PRV-01).
 *
 * @param number what customer and driver say
 * @param shortName initials
 * @param dueAtVan 0 if paid online
 */
public record TourOrder(
        OrderId order,
        String number,
        CallId call,
        SpokenCode spokenCode,
        String shortName,
        boolean paidOnline,
        Money dueAtVan,
        List<TourOrderLine> lines) {}
