package de.mobilermarktplatz.stripesimulator;

import java.time.Duration;
import tools.jackson.databind.node.ObjectNode;

/** One attempt to take money. */
final class Charges {

    /**
     * Stripe documentation, "Place a hold on a payment method": Visa, customer present /
     * merchant-initiated.
     */
    static final Duration HOLD_WITH_CUSTOMER = Duration.ofDays(7);

    static final Duration HOLD_OFF_SESSION = Duration.ofDays(5);

    private Charges() {}

    static ObjectNode create(Tx tx, ObjectNode intent, ObjectNode method, boolean offSession) {
        var charge = tx.create("charge", "ch_");
        long amount = Json.number(intent, "amount");
        charge.put("amount", amount)
                .put("currency", Json.text(intent, "currency"))
                .put("payment_intent", Json.text(intent, "id"))
                .put("payment_method", Json.text(method, "id"))
                .put("status", "succeeded")
                .put("paid", true);
        charge.set("customer", intent.path("customer"));
        charge.set("metadata", intent.path("metadata").deepCopy());
        var hold = offSession ? HOLD_OFF_SESSION : HOLD_WITH_CUSTOMER;
        var card = charge.path("payment_method_details").path("card").asObject();
        card.put("last4", Json.text(method.path("card"), "last4")).put("amount_authorized", amount);
        if (Json.text(intent, "capture_method").equals("manual")) {
            card.put("capture_before", tx.now.plus(hold).getEpochSecond());
        }
        return charge;
    }

    static void fail(Tx tx, ObjectNode charge, StripeError refusal) {
        charge.put("status", "failed")
                .put("paid", false)
                .put("failure_code", Json.text(refusal.body, "code"))
                .put("failure_message", Json.text(refusal.body, "message"));
        charge.path("payment_method_details").path("card").asObject().putNull("capture_before");
        tx.emit("charge.failed", charge);
    }

    static void capture(ObjectNode charge, long amount) {
        charge.put("captured", true).put("amount_captured", amount);
    }

    /** An authorisation that was given back looks like a full refund of nothing captured. */
    static void release(ObjectNode charge) {
        charge.put("refunded", true).put("amount_refunded", Json.number(charge, "amount"));
    }
}
