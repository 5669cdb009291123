package de.mobilermarktplatz.ordering.store;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.EndReason;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.Portion;
import de.mobilermarktplatz.platform.database.Values;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads orders from rows of {@code orders JOIN order_line}: one row per line, the order's columns
 * repeated.
 */
final class OrderRows {
    private OrderRows() {}

    /** Columns in the order the reader wants them; the tables are {@code o} and {@code l}. */
    static final String COLUMNS =
            """
            o.order_id, o.call_id, o.market_day, o.spoken_code, o.customer_name, o.customer_phone, o.customer_mail,
            o.collector_name, o.pay_by, o.cart_id, o.held_until, o.placed_at, o.paid_at, o.end_reason,
            l.line_no, l.offer_id, l.product_id, l.producer_id, l.product_name, l.unit, l.cold_class, l.millilitres,
            l.price_cents, l.vat_key, l.deposit_each_cents, l.deposit_vat_key, l.age_limit, l.sale_model,
            l.cut_off_at, l.state, l.ordered, l.ordered_cents, l.confirmed, l.confirmed_cents, l.packed,
            l.packed_cents, l.agreed, l.agreed_cents, l.delivered, l.delivered_cents
            """;

    /** One row: the order with exactly this line. */
    static Order row(Readable row) {
        String endReason = row.get("end_reason", String.class);
        return new Order(
                new OrderId(Values.get(row, "order_id", UUID.class)),
                new CallId(Values.get(row, "call_id", UUID.class)),
                Values.get(row, "market_day", LocalDate.class),
                new SpokenCode(Values.get(row, "spoken_code", String.class)),
                new Customer(
                        Values.get(row, "customer_name", String.class),
                        row.get("customer_phone", String.class),
                        row.get("customer_mail", String.class),
                        row.get("collector_name", String.class)),
                PayBy.valueOf(Values.get(row, "pay_by", String.class)),
                row.get("held_until", Instant.class),
                Values.get(row, "placed_at", Instant.class),
                row.get("paid_at", Instant.class),
                endReason == null ? null : EndReason.valueOf(endReason),
                row.get("cart_id", UUID.class),
                List.of(line(row)));
    }

    /** Puts the rows of one order together. */
    static Order whole(List<Order> rows) {
        return rows.getFirst().withLines(rows.stream().map(row -> row.lines().getFirst()).toList());
    }

    private static OrderLine line(Readable row) {
        return new OrderLine(
                Values.get(row, "line_no", Integer.class),
                new OfferId(Values.get(row, "offer_id", UUID.class)),
                new ProductId(Values.get(row, "product_id", UUID.class)),
                new ProducerId(Values.get(row, "producer_id", UUID.class)),
                Values.get(row, "product_name", String.class),
                Unit.valueOf(Values.get(row, "unit", String.class)),
                ColdClass.valueOf(Values.get(row, "cold_class", String.class)),
                Values.get(row, "millilitres", Long.class),
                Money.cents(Values.get(row, "price_cents", Long.class)),
                VatKey.ofCode(Values.get(row, "vat_key", Integer.class)),
                Money.cents(Values.get(row, "deposit_each_cents", Long.class)),
                VatKey.ofCode(Values.get(row, "deposit_vat_key", Integer.class)),
                Values.get(row, "age_limit", Integer.class),
                Values.get(row, "sale_model", String.class),
                Values.get(row, "cut_off_at", Instant.class),
                LineState.valueOf(Values.get(row, "state", String.class)),
                Objects.requireNonNull(portion(row, "ordered")),
                portion(row, "confirmed"),
                portion(row, "packed"),
                portion(row, "agreed"),
                portion(row, "delivered"));
    }

    private static @Nullable Portion portion(Readable row, String name) {
        Long quantity = row.get(name, Long.class);
        Long cents = row.get(name + "_cents", Long.class);
        return quantity == null || cents == null ? null : new Portion(quantity, Money.cents(cents));
    }
}
