package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.coordination.domain.PersonsOrder;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.timetable.GermanDays;
import java.time.LocalDate;

/**
 * An order on its person's page.
 *
 * @param remark another name than the person's, or who may collect; empty when neither
 * @param page where the customer sees it, with its key
 * @param change where the desk changes it, behind the region's address; empty when it is over
 */
record PersonOrderLine(
        String code,
        String day,
        String stop,
        String state,
        String badge,
        String goods,
        String payment,
        String remark,
        String page,
        String change) {

    static PersonOrderLine of(PersonsOrder order, PersonsOrder who, String page, LocalDate today) {
        return new PersonOrderLine(
                new SpokenCode(order.code()).spaced(),
                GermanDays.day(order.day(), today),
                order.stop(),
                state(order.state()),
                badge(order.state()),
                Words.euros(order.goodsCents()),
                payment(order),
                remark(order, who),
                page,
                isOpen(order.state()) ? "/leitstelle/bestellungen/" + order.id() : "");
    }

    private static boolean isOpen(OrderState state) {
        return switch (state) {
            case PLACED, IN_PREPARATION, ON_BOARD -> true;
            case HELD, HANDED_OVER, REFUSED, UNCOLLECTED, CANCELLED -> false;
        };
    }

    private static String state(OrderState state) {
        return switch (state) {
            case HELD -> "noch nicht bezahlt";
            case PLACED -> "bestellt";
            case IN_PREPARATION -> "wird vorbereitet";
            case ON_BOARD -> "im Marktwagen";
            case HANDED_OVER -> "abgeholt";
            case REFUSED -> "nicht angenommen";
            case UNCOLLECTED -> "nicht abgeholt";
            case CANCELLED -> "storniert";
        };
    }

    private static String badge(OrderState state) {
        return switch (state) {
            case HANDED_OVER -> "badge badge-ok";
            case REFUSED, UNCOLLECTED, CANCELLED -> "badge badge-error";
            case HELD -> "badge badge-warn";
            case PLACED, IN_PREPARATION, ON_BOARD -> "badge";
        };
    }

    private static String payment(PersonsOrder order) {
        String online = order.payment();
        if (order.atVan() || online == null) {
            return "am Wagen";
        }
        return "Karte: " + PaymentWords.of(online);
    }

    private static String remark(PersonsOrder order, PersonsOrder who) {
        String collector = order.collector();
        String other =
                order.name().equalsIgnoreCase(who.name()) ? "" : "auf den Namen " + order.name();
        String collects = collector == null ? "" : "abholen darf auch " + collector;
        return other.isEmpty() || collects.isEmpty() ? other + collects : other + ", " + collects;
    }
}
