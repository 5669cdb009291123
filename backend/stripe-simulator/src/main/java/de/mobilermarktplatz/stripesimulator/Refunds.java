package de.mobilermarktplatz.stripesimulator;

import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Money back: never more than was captured. */
final class Refunds {

    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer");

    private Refunds() {}

    static ObjectNode create(Route.Call call) {
        var tx = call.tx();
        var form = call.form();
        var charge = tx.put(charge(tx, form));
        long captured = Json.number(charge, "amount_captured");
        long left = captured - Json.number(charge, "amount_refunded");
        if (captured == 0) {
            throw StripeError.state(
                    "payment_intent_unexpected_state",
                    "There is no captured charge to refund. Cancel it instead.");
        }
        if (left <= 0) {
            throw StripeError.state(
                    "charge_already_refunded",
                    "Charge " + Json.text(charge, "id") + " has already been refunded.");
        }
        var asked = form.number("amount");
        long amount = asked == null ? left : asked;
        if (amount < 1 || amount > left) {
            throw StripeError.invalid(
                    "amount_too_large",
                    "Refund amount ("
                            + amount
                            + ") is greater than unrefunded amount on charge ("
                            + left
                            + ")",
                    "amount");
        }
        var refund = tx.create("refund", "re_");
        refund.put("amount", amount)
                .put("currency", Json.text(charge, "currency"))
                .put("charge", Json.text(charge, "id"))
                .put("payment_intent", Json.text(charge, "payment_intent"));
        if (form.has("reason")) {
            refund.put("reason", form.oneOf("reason", "", REASONS));
        }
        Metadata.apply(refund, form, "metadata");
        charge.put("amount_refunded", captured - left + amount).put("refunded", amount == left);
        tx.emit("refund.created", refund);
        tx.emit("charge.refunded", charge);
        return refund;
    }

    private static ObjectNode charge(Tx tx, Form form) {
        var chargeId = form.text("charge");
        if (chargeId != null) {
            return tx.get("charge", chargeId);
        }
        var intentId = form.text("payment_intent");
        if (intentId == null) {
            throw StripeError.invalid(
                    "parameter_missing",
                    "One of the following params should be provided: payment_intent or charge.",
                    "charge");
        }
        var latest = Json.text(tx.get("payment_intent", intentId), "latest_charge");
        if (latest.isEmpty()) {
            throw StripeError.state(
                    "payment_intent_unexpected_state",
                    "This PaymentIntent has no successful charge to refund.");
        }
        return tx.get("charge", latest);
    }
}
