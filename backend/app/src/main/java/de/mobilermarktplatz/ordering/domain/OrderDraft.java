package de.mobilermarktplatz.ordering.domain;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult.CutOffPassed;
import de.mobilermarktplatz.ordering.PlaceResult.Late;
import de.mobilermarktplatz.ordering.PlaceResult.OfferUnknown;
import de.mobilermarktplatz.ordering.PlaceResult.PriceChanged;
import de.mobilermarktplatz.ordering.PlaceResult.Refused;
import de.mobilermarktplatz.ordering.Wish;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Turns a checked wish and what is offered into an order with frozen prices, or says why not. */
public sealed interface OrderDraft {

    record Ready(Order order) implements OrderDraft {}

    record Impossible(Refused reason) implements OrderDraft {}

    /**
     * @param wish checked by {@link OrderRules}
     * @param offered what is offered on the call's day
     */
    static OrderDraft of(
            OrderId id,
            SpokenCode code,
            PlaceOrder wish,
            LocalDate day,
            Map<OfferId, Offered> offered,
            Instant now) {
        Map<OfferId, Long> quantities = merged(wish.wishes());
        List<OfferId> unknown =
                quantities.keySet().stream().filter(offer -> !offered.containsKey(offer)).toList();
        if (!unknown.isEmpty()) {
            return new Impossible(new OfferUnknown(unknown));
        }
        List<Late> late = new ArrayList<>();
        List<OrderLine> lines = new ArrayList<>();
        quantities.forEach(
                (offer, quantity) -> {
                    Offered goods = Objects.requireNonNull(offered.get(offer));
                    if (!now.isBefore(goods.cutOffAt())) {
                        late.add(new Late(offer, goods.name(), goods.cutOffAt()));
                    }
                    lines.add(goods.line(lines.size() + 1, quantity));
                });
        if (!late.isEmpty()) {
            return new Impossible(new CutOffPassed(late));
        }
        Instant heldUntil = wish.payBy() == PayBy.CARD ? now.plus(Order.LEASE) : null;
        Order order =
                new Order(
                        id,
                        wish.call(),
                        day,
                        code,
                        stripped(wish.customer()),
                        wish.payBy(),
                        heldUntil,
                        now,
                        null,
                        null,
                        wish.cart(),
                        lines);
        Money shown = wish.shownTotal();
        return shown == null || shown.equals(order.total())
                ? new Ready(order)
                : new Impossible(new PriceChanged(shown, order.total()));
    }

    /** The same article twice is one line. */
    private static Map<OfferId, Long> merged(List<Wish> wishes) {
        Map<OfferId, Long> quantities = new LinkedHashMap<>();
        wishes.forEach(wish -> quantities.merge(wish.offer(), wish.quantity(), Math::addExact));
        return quantities;
    }

    private static Customer stripped(Customer customer) {
        return new Customer(
                customer.name().strip(),
                strippedOrNull(customer.phone()),
                strippedOrNull(customer.mail()),
                strippedOrNull(customer.collector()));
    }

    private static @Nullable String strippedOrNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
