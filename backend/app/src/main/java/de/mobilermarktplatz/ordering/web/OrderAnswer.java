package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.PayBy;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order in the JSON API. Amounts in cents, quantities in pieces or grams.
 *
 * @param page address of the customer's own page; whoever has it may see and cancel the order
 * @param payment address where a HELD order is paid; null otherwise
 */
record OrderAnswer(
        UUID order,
        UUID call,
        LocalDate marketDay,
        String spokenCode,
        OrderState state,
        PayBy payBy,
        @Nullable Instant heldUntil,
        long goodsCents,
        long depositCents,
        long totalCents,
        List<Line> lines,
        String page,
        @Nullable String payment) {

    record Line(
            int number,
            UUID offer,
            String product,
            String unit,
            long ordered,
            long current,
            long currentCents,
            long depositCents,
            String state) {}

    static OrderAnswer of(Order order, String page, String payment) {
        return new OrderAnswer(
                order.id().value(),
                order.call().value(),
                order.marketDay(),
                order.spokenCode().value(),
                order.state(),
                order.payBy(),
                order.heldUntil(),
                order.goods().cents(),
                order.deposit().cents(),
                order.total().cents(),
                order.lines().stream().map(OrderAnswer::line).toList(),
                page,
                order.heldUntil() == null ? null : payment);
    }

    private static Line line(OrderLine line) {
        return new Line(
                line.number(),
                line.offer().value(),
                line.productName(),
                line.unit().name(),
                line.ordered().quantity(),
                line.current().quantity(),
                line.current().amount().cents(),
                line.deposit().cents(),
                line.state().name());
    }
}
