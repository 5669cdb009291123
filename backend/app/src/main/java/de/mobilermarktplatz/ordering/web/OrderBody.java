package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.Wish;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Body of {@code POST /api/v1/{region}/orders}. Everything is optional for the parser, so that what
 * is missing can be told by name.
 */
record OrderBody(
        @Nullable String call,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String collector,
        @Nullable String payBy,
        @Nullable Long totalCents,
        @Nullable List<Line> lines) {

    record Line(@Nullable String offer, @Nullable Long quantity) {}

    PlaceOrder wish(String idempotencyKey) {
        List<Line> asked = lines == null ? List.of() : lines;
        return new PlaceOrder(
                idempotencyKey,
                parsed("call", call, CallId::of),
                new Customer(name == null ? "" : name, phone, mail, collector),
                parsed("payBy", payBy, text -> PayBy.valueOf(text.toUpperCase(Locale.ROOT))),
                asked.stream().map(OrderBody::wish).toList(),
                null,
                totalCents == null ? null : Money.cents(totalCents));
    }

    private static Wish wish(Line line) {
        return new Wish(
                parsed("offer", line.offer(), OfferId::of),
                line.quantity() == null ? 0 : line.quantity());
    }

    private static <T> T parsed(String field, @Nullable String text, Function<String, T> parser) {
        try {
            return parser.apply(text == null ? "" : text.strip());
        } catch (IllegalArgumentException e) {
            throw Refusals.exception(
                    new Invalid(
                            field, "Das Feld „%s“ fehlt oder ist nicht lesbar.".formatted(field)));
        }
    }
}
