package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.domain.German;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.util.List;

/**
 * An order as its customer reads it.
 *
 * @param headline what it has come to, in a few words
 * @param explanation one sentence more
 * @param kind look of the notice: ok, plain or error
 * @param spokenLetters the code letter by letter, for those who cannot see it as one
 */
record OrderPageView(
        String headline,
        String explanation,
        String kind,
        boolean held,
        boolean alive,
        String code,
        String spokenLetters,
        String name,
        String collector,
        List<Line> lines,
        String goods,
        String deposit,
        String total,
        String payment,
        String cancelUntil) {

    /**
     * @param was what was ordered, empty unless it is something else by now
     */
    record Line(
            int number,
            String name,
            String quantity,
            String was,
            String amount,
            String deposit,
            boolean none) {}

    static OrderPageView of(Region region, Order order, Instant now) {
        OrderState state = order.state();
        boolean alive = state != OrderState.CANCELLED && state != OrderState.HELD;
        boolean cancellable = (state == OrderState.PLACED) && now.isBefore(order.firstCutOff());
        return new OrderPageView(
                headline(order),
                explanation(region, order, now),
                state == OrderState.CANCELLED ? "error" : state == OrderState.HELD ? "plain" : "ok",
                state == OrderState.HELD,
                alive,
                order.spokenCode().spaced(),
                String.join(" ", order.spokenCode().value().split("")),
                order.customer().name(),
                order.customer().collector() == null ? "" : order.customer().collector(),
                order.lines().stream().map(OrderPageView::line).toList(),
                German.euros(order.goods()),
                order.deposit().isZero() ? "" : German.euros(order.deposit()),
                German.euros(order.total()),
                payment(order),
                cancellable ? moment(order.firstCutOff(), region, now) : "");
    }

    private static String headline(Order order) {
        return switch (order.state()) {
            case HELD -> "Noch nicht bezahlt";
            case PLACED -> "Vielen Dank! Ihre Bestellung steht.";
            case IN_PREPARATION -> "Ihre Bestellung wird vorbereitet.";
            case ON_BOARD -> "Ihre Bestellung ist im Marktwagen.";
            case HANDED_OVER -> "Ihre Bestellung wurde abgeholt.";
            case REFUSED -> "Ihre Bestellung wurde nicht angenommen.";
            case UNCOLLECTED -> "Ihre Bestellung wurde nicht abgeholt.";
            case CANCELLED -> "Diese Bestellung gilt nicht mehr.";
        };
    }

    private static String explanation(Region region, Order order, Instant now) {
        Instant held = order.heldUntil();
        if (held != null) {
            return "Die Waren sind für Sie zurückgelegt bis " + moment(held, region, now) + ".";
        }
        if (order.endReason() == null) {
            boolean cut = order.lines().stream().anyMatch(OrderPageView::changed);
            return cut
                    ? "Der Hof kann weniger liefern als bestellt. Der Preis wurde angepasst."
                    : "";
        }
        return switch (order.endReason()) {
            case CUSTOMER -> "Sie haben sie storniert. Es ist nichts zu bezahlen.";
            case DESK -> "Die Leitstelle hat sie storniert. Es ist nichts zu bezahlen.";
            case EXPIRED ->
                    "Die Zeit zum Bezahlen ist abgelaufen. Es wurde nichts abgebucht; die Artikel liegen noch"
                            + " in Ihrem Korb.";
            case PAYMENT_FAILED ->
                    "Die Zahlung hat nicht geklappt. Es wurde nichts abgebucht; die Artikel liegen"
                            + " noch in Ihrem Korb.";
        };
    }

    private static String payment(Order order) {
        if (order.state() == OrderState.CANCELLED) {
            return "Es ist nichts zu bezahlen.";
        }
        if (order.payBy() == PayBy.AT_VAN) {
            return "Sie bezahlen am Marktwagen: bar oder mit Karte.";
        }
        return order.paidAt() == null
                ? "Sie wollten mit Karte bezahlen. Das ist noch nicht geschehen."
                : "Mit Karte bezahlt. Abgebucht wird nach der Übergabe, und nur, was Sie bekommen haben.";
    }

    private static Line line(OrderLine line) {
        long now = line.current().quantity();
        Money deposit = line.deposit();
        return new Line(
                line.number(),
                line.productName(),
                German.quantity(line.unit(), now),
                changed(line) ? German.quantity(line.unit(), line.ordered().quantity()) : "",
                German.euros(line.current().amount()),
                deposit.isZero() ? "" : German.euros(deposit),
                now == 0);
    }

    private static boolean changed(OrderLine line) {
        return line.current().quantity() != line.ordered().quantity();
    }

    private static String moment(Instant instant, Region region, Instant now) {
        return German.moment(instant, region.zone(), now.atZone(region.zone()).toLocalDate());
    }
}
