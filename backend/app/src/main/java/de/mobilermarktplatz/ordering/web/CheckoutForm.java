package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.CallCart;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.Wish;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was typed at the checkout, kept as it was when the page has to be shown again.
 *
 * @param key idempotency key made with the page: sending it twice is one order
 */
record CheckoutForm(
        String call,
        String name,
        String phone,
        String mail,
        String collector,
        String payBy,
        String key,
        String total) {

    /** A fresh page with nothing typed. */
    static CheckoutForm empty(String call) {
        return new CheckoutForm(call, "", "", "", "", "", UUID.randomUUID().toString(), "");
    }

    static CheckoutForm of(Form form) {
        return new CheckoutForm(
                form.text("halt"),
                form.text("name"),
                form.text("telefon"),
                form.text("mail"),
                form.text("abholung"),
                form.text("zahlung"),
                form.text("schluessel"),
                form.text("summe"));
    }

    /** The same with another key: for another try that must become another order. */
    CheckoutForm withFreshKey() {
        return new CheckoutForm(
                call, name, phone, mail, collector, payBy, UUID.randomUUID().toString(), total);
    }

    /** Null until one of the two equal choices is made. */
    @Nullable PayBy chosen() {
        return switch (payBy) {
            case "karte" -> PayBy.CARD;
            case "wagen" -> PayBy.AT_VAN;
            default -> null;
        };
    }

    PlaceOrder wish(CallId callId, PayBy chosen, CallCart cart, UUID cartId) {
        return new PlaceOrder(
                key,
                callId,
                customer(),
                chosen,
                cart.lines().stream()
                        .map(line -> new Wish(line.offer().id(), line.quantity()))
                        .toList(),
                cartId,
                shownTotal());
    }

    Customer customer() {
        return new Customer(name, phone, mail, collector);
    }

    private Money shownTotal() {
        try {
            return Money.cents(Long.parseLong(total));
        } catch (NumberFormatException e) {
            throw Refusals.exception(
                    new Invalid(
                            "summe",
                            "Die Bestellung kam unvollständig an. Bitte öffnen Sie die Kasse noch einmal."));
        }
    }
}
