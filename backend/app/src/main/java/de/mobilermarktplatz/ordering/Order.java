package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order as it stands now.
 *
 * @param spokenCode unique per region and market day; also the number people know the order by
 * @param heldUntil end of the lease of a started card checkout; null when nothing waits for a
 *     payment
 * @param endReason why it ended before delivery; null while it lives
 * @param cart cart it was made from; null when there was none
 */
public record Order(
        OrderId id,
        CallId call,
        LocalDate marketDay,
        SpokenCode spokenCode,
        Customer customer,
        PayBy payBy,
        @Nullable Instant heldUntil,
        Instant placedAt,
        @Nullable Instant paidAt,
        @Nullable EndReason endReason,
        @Nullable UUID cart,
        List<OrderLine> lines) {

    /**
     * How long a started card checkout keeps its goods, also past the cut-off: only then is it
     * known what was ordered.
     */
    public static final Duration LEASE = Duration.ofMinutes(10);

    public Order {
        lines = List.copyOf(lines);
    }

    public OrderState state() {
        return OrderState.of(heldUntil != null, lines.stream().map(OrderLine::part).toList());
    }

    /** Goods by the current quantities, gross, without deposit. */
    public Money goods() {
        return Money.sum(lines.stream().map(line -> line.current().amount()).toList());
    }

    /** Deposit of the current quantities. */
    public Money deposit() {
        return Money.sum(lines.stream().map(OrderLine::deposit).toList());
    }

    /** Goods and deposit. */
    public Money total() {
        return goods().plus(deposit());
    }

    /** What is still to be paid at the van: nothing if a card was authorised. */
    public Money dueAtVan() {
        return payBy == PayBy.AT_VAN ? total() : Money.ZERO;
    }

    /** The earliest cut-off of its lines: until then the customer may cancel the whole order. */
    public Instant firstCutOff() {
        return lines.stream().map(OrderLine::cutOffAt).min(Instant::compareTo).orElseThrow();
    }

    /** The same order with these lines only. */
    public Order withLines(List<OrderLine> some) {
        return new Order(
                id,
                call,
                marketDay,
                spokenCode,
                customer,
                payBy,
                heldUntil,
                placedAt,
                paidAt,
                endReason,
                cart,
                some);
    }
}
