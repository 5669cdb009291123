package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.ordering.CallCart;
import de.mobilermarktplatz.ordering.domain.German;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/**
 * One call's part of the cart, ready to read.
 *
 * @param more where more can be picked for the same call
 * @param next where the next calls at the same stop are listed
 */
record CartView(
        String call,
        String stop,
        String when,
        List<Line> lines,
        String goods,
        String deposit,
        String total,
        long totalCents,
        boolean orderable,
        String more,
        String next) {

    /**
     * @param deposit empty when there is none
     * @param trouble why the line cannot be ordered, empty when it can
     */
    record Line(
            String offer,
            String name,
            String producer,
            String price,
            long quantity,
            String quantityText,
            boolean weighed,
            String amount,
            String deposit,
            String cutOff,
            String trouble,
            int ageLimit) {}

    static CartView of(Region region, CallCart cart, Instant now) {
        ZoneId zone = region.zone();
        Call call = cart.call();
        String base = "/r/" + region.slug();
        return new CartView(
                call.id().toString(),
                call.stop().spokenName(),
                German.when(call, now.atZone(zone).toLocalDate()),
                cart.lines().stream().map(line -> line(line, now, zone)).toList(),
                German.euros(cart.goods()),
                cart.deposit().isZero() ? "" : German.euros(cart.deposit()),
                German.euros(cart.total()),
                cart.total().cents(),
                cart.orderable() && now.isBefore(call.end(zone)),
                base + "/halt/" + call.id(),
                base + "/?halt=" + call.stop().code());
    }

    private static Line line(CallCart.Line line, Instant now, ZoneId zone) {
        OfferView offer = line.offer();
        Unit unit = offer.product().article().unit();
        return new Line(
                offer.id().toString(),
                offer.product().article().name(),
                offer.producerName(),
                German.price(offer.price(), unit),
                line.quantity(),
                German.quantity(unit, line.quantity()),
                unit == Unit.GRAM,
                German.euros(line.amount()),
                line.deposit().equals(Money.ZERO) ? "" : German.euros(line.deposit()),
                German.cutOff(offer.cutOff(), now, zone),
                trouble(line, unit),
                offer.product().article().ageLimit());
    }

    private static String trouble(CallCart.Line line, Unit unit) {
        return switch (line.trouble()) {
            case NONE -> "";
            case SOLD_OUT -> "Leider ausverkauft. Bitte nehmen Sie den Artikel heraus.";
            case TOO_MUCH ->
                    "So viel ist nicht mehr da. Es gibt noch "
                            + German.quantity(unit, line.offer().free())
                            + ".";
            case CUT_OFF ->
                    "Für diesen Halt ist der Bestellschluss vorbei. Sie können den Artikel für den nächsten"
                            + " Halt bestellen.";
        };
    }
}
