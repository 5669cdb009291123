package de.mobilermarktplatz.stripesimulator;

import java.util.List;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Saving a card for later, without a charge. */
final class SetupIntents {

    private SetupIntents() {}

    static ObjectNode create(Route.Call call) {
        var form = call.form();
        PaymentIntents.requireCard(form.list("payment_method_types"), "automatic");
        var intent = open(call.tx());
        intent.put("usage", form.oneOf("usage", "off_session", Set.of("on_session", "off_session")))
                .put("description", form.text("description"));
        var customer = form.text("customer");
        if (customer != null) {
            intent.put("customer", Json.text(Customers.alive(call.tx(), customer), "id"));
        }
        Metadata.apply(intent, form, "metadata");
        var method = form.text("payment_method");
        if (method != null) {
            choose(call.tx(), intent, method);
        }
        call.tx().emit("setup_intent.created", intent);
        if (form.flag("confirm")) {
            succeed(call.tx(), intent);
        }
        return intent;
    }

    static ObjectNode open(Tx tx) {
        var intent = tx.create("setup_intent", "seti_");
        return intent.put("client_secret", Json.text(intent, "id") + "_secret_simulation");
    }

    static ObjectNode confirm(Route.Call call) {
        var intent = in(call, "requires_payment_method", "requires_confirmation");
        var method = call.form().text("payment_method");
        if (method != null) {
            choose(call.tx(), intent, method);
        }
        succeed(call.tx(), intent);
        return intent;
    }

    private static void choose(Tx tx, ObjectNode intent, String idOrAlias) {
        var method = PaymentMethods.resolve(tx, idOrAlias);
        intent.put("payment_method", Json.text(method, "id"))
                .put("status", "requires_confirmation");
    }

    /**
     * Attaches the card to the customer, if there is one; a card that cannot be saved is a card
     * error.
     */
    static void succeed(Tx tx, ObjectNode intent) {
        var methodId = Json.text(intent, "payment_method");
        if (methodId.isEmpty()) {
            throw StripeError.state(
                            "setup_intent_unexpected_state",
                            "The SetupIntent is missing a payment method.")
                    .with("setup_intent", intent.deepCopy());
        }
        var method = tx.put(tx.get("payment_method", methodId));
        var card = PaymentMethods.card(method);
        if (!card.canBeSaved()) {
            var refusal = StripeError.card(card, "card_declined", "generic_decline");
            intent.put("status", "requires_payment_method")
                    .set("last_setup_error", refusal.body.deepCopy());
            tx.emit("setup_intent.setup_failed", intent);
            throw refusal.with("setup_intent", intent.deepCopy());
        }
        var customer = Json.text(intent, "customer");
        if (!customer.isEmpty()) {
            PaymentMethods.attach(tx, method, customer);
        }
        intent.put("status", "succeeded").putNull("last_setup_error");
        tx.emit("setup_intent.succeeded", intent);
    }

    static ObjectNode cancel(Route.Call call) {
        var intent = in(call, "requires_payment_method", "requires_confirmation");
        intent.put("status", "canceled")
                .put("cancellation_reason", call.form().text("cancellation_reason"));
        call.tx().emit("setup_intent.canceled", intent);
        return intent;
    }

    private static ObjectNode in(Route.Call call, String... states) {
        var intent = call.tx().put(call.tx().get("setup_intent", call.id()));
        if (!List.of(states).contains(Json.text(intent, "status"))) {
            throw StripeError.state(
                            "setup_intent_unexpected_state",
                            "This SetupIntent has a status of " + Json.text(intent, "status") + ".")
                    .with("setup_intent", intent.deepCopy());
        }
        return intent;
    }
}
