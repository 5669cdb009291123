package de.mobilermarktplatz.stripesimulator;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Saved or one-time cards. Card numbers never come near the API; only Stripe's named test cards do.
 */
final class PaymentMethods {

    private PaymentMethods() {}

    static ObjectNode create(Tx tx, TestCard testCard) {
        var method = tx.create("payment_method", "pm_");
        method.path("card")
                .asObject()
                .put("last4", testCard.last4())
                .put("fingerprint", "Simulation" + testCard.last4());
        return method;
    }

    /** An id, or one of Stripe's names for test cards, which makes a new payment method of it. */
    static ObjectNode resolve(Tx tx, String idOrAlias) {
        var testCard = TestCard.byAlias(idOrAlias);
        return testCard != null
                ? create(tx, testCard)
                : tx.put(tx.get("payment_method", idOrAlias));
    }

    static TestCard card(ObjectNode method) {
        return TestCard.byLast4(Json.text(method.path("card"), "last4"));
    }

    static ObjectNode attach(Route.Call call) {
        var customer = Customers.alive(call.tx(), call.form().required("customer"));
        var method = resolve(call.tx(), call.id());
        attach(call.tx(), method, Json.text(customer, "id"));
        return method;
    }

    static void attach(Tx tx, ObjectNode method, String customer) {
        var owner = Json.text(method, "customer");
        if (owner.equals(customer)) {
            return;
        }
        if (!owner.isEmpty()) {
            throw StripeError.state(
                    "payment_method_unexpected_state",
                    "The payment method you provided has already been attached to a customer.");
        }
        if (!card(method).canBeSaved()) {
            throw StripeError.card(card(method), "card_declined", "generic_decline");
        }
        method.put("customer", customer);
        tx.emit("payment_method.attached", tx.put(method));
    }

    static ObjectNode detach(Route.Call call) {
        var method = call.tx().put(call.tx().get("payment_method", call.id()));
        method.putNull("customer");
        call.tx().emit("payment_method.detached", method);
        return method;
    }

    /** A saved card is only charged for the customer who saved it. */
    static void checkOwner(ObjectNode method, @Nullable String customer) {
        var owner = Json.text(method, "customer");
        if (!owner.isEmpty() && !owner.equals(customer)) {
            throw StripeError.state(
                    "payment_method_unexpected_state",
                    "The provided PaymentMethod belongs to another customer. Maybe the `customer` parameter is missing?");
        }
    }
}
