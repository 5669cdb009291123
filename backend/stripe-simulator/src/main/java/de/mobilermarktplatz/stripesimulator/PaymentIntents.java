package de.mobilermarktplatz.stripesimulator;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Payment intents: created, confirmed, captured (in part) or cancelled. */
final class PaymentIntents {

    /** Stripe's bounds for euro charges, in cents. */
    private static final long LEAST = 50;

    private static final long MOST = 99_999_999;

    private static final Set<String> CAPTURE_METHODS =
            Set.of("automatic", "automatic_async", "manual");
    private static final Set<String> REASONS =
            Set.of("duplicate", "fraudulent", "requested_by_customer", "abandoned");

    private PaymentIntents() {}

    static ObjectNode create(Route.Call call) {
        var form = call.form();
        var intent =
                open(
                        call.tx(),
                        form.requiredNumber("amount"),
                        form.required("currency"),
                        form.oneOf("capture_method", "automatic_async", CAPTURE_METHODS));
        requireCard(form.list("payment_method_types"), Json.text(intent, "capture_method"));
        if (form.flag("automatic_payment_methods.enabled")) {
            intent.putObject("automatic_payment_methods").put("enabled", true);
        }
        var customer = form.text("customer");
        if (customer != null) {
            intent.put("customer", Json.text(Customers.alive(call.tx(), customer), "id"));
        }
        intent.put("description", form.text("description"))
                .put("receipt_email", form.text("receipt_email"))
                .put("setup_future_usage", form.text("setup_future_usage"));
        Metadata.apply(intent, form, "metadata");
        var method = form.text("payment_method");
        if (method != null) {
            choose(call.tx(), intent, method);
        }
        call.tx().emit("payment_intent.created", intent);
        if (form.flag("confirm")) {
            authorise(call.tx(), intent, false, form.flag("off_session"));
        }
        return intent;
    }

    /** A new intent of a legal amount. */
    static ObjectNode open(Tx tx, long amount, String currency, String captureMethod) {
        if (amount < LEAST) {
            throw StripeError.invalid(
                    "amount_too_small",
                    "Amount must be at least €0.50 eur, not " + amount + " cents.",
                    "amount");
        }
        if (amount > MOST) {
            throw StripeError.invalid(
                    "amount_too_large", "Amount must be no more than €999,999.99", "amount");
        }
        if (!currency.equals("eur")) {
            throw StripeError.invalid(
                    "parameter_invalid_enum", "The simulator takes only eur.", "currency");
        }
        var intent = tx.create("payment_intent", "pi_");
        return intent.put("amount", amount)
                .put("currency", currency)
                .put("capture_method", captureMethod)
                .put("client_secret", Json.text(intent, "id") + "_secret_simulation");
    }

    /**
     * SEPA direct debit cannot be captured manually (Stripe documentation, "Place a hold on a
     * payment method").
     */
    static void requireCard(List<String> types, String captureMethod) {
        for (var type : types) {
            if (type.equals("sepa_debit") && captureMethod.equals("manual")) {
                throw StripeError.invalid(
                        "payment_intent_invalid_parameter",
                        "The payment method type sepa_debit does not support manual capture.",
                        "payment_method_types");
            }
            if (!type.equals("card")) {
                throw StripeError.invalid(
                        "payment_method_type_unsupported",
                        "The simulator knows only card, not " + type + ".",
                        "payment_method_types");
            }
        }
    }

    static ObjectNode update(Route.Call call) {
        var intent = call.tx().put(call.tx().get("payment_intent", call.id()));
        if (call.form().has("description")) {
            intent.put("description", call.form().text("description"));
        }
        Metadata.apply(intent, call.form(), "metadata");
        return intent;
    }

    static ObjectNode confirm(Route.Call call) {
        var intent = in(call, "confirm", "requires_payment_method", "requires_confirmation");
        var method = call.form().text("payment_method");
        if (method != null) {
            choose(call.tx(), intent, method);
        }
        authorise(call.tx(), intent, false, call.form().flag("off_session"));
        return intent;
    }

    private static void choose(Tx tx, ObjectNode intent, String idOrAlias) {
        var method = PaymentMethods.resolve(tx, idOrAlias);
        PaymentMethods.checkOwner(method, intent.path("customer").asString(null));
        intent.put("payment_method", Json.text(method, "id"))
                .put("status", "requires_confirmation");
    }

    /** Asks the issuer; a refusal is kept on the intent and thrown as Stripe's card error. */
    static void authorise(Tx tx, ObjectNode intent, boolean atCheckout, boolean offSession) {
        var methodId = Json.text(intent, "payment_method");
        if (methodId.isEmpty()) {
            throw unexpected(intent, "confirm it: it is missing a payment method");
        }
        var method = tx.get("payment_method", methodId);
        var refusal = PaymentMethods.card(method).refusal(atCheckout, offSession);
        var charge = Charges.create(tx, intent, method, offSession);
        intent.put("latest_charge", Json.text(charge, "id"));
        if (refusal != null) {
            Charges.fail(tx, charge, refusal);
            var error = refusal.body.deepCopy();
            error.set("payment_method", method.deepCopy());
            intent.put("status", "requires_payment_method")
                    .putNull("payment_method")
                    .set("last_payment_error", error);
            tx.emit("payment_intent.payment_failed", intent);
            throw refusal.with("charge", Json.text(charge, "id"))
                    .with("payment_method", method.deepCopy())
                    .with("payment_intent", intent.deepCopy());
        }
        intent.putNull("last_payment_error");
        if (Json.text(intent, "capture_method").equals("manual")) {
            intent.put("status", "requires_capture")
                    .put("amount_capturable", Json.number(intent, "amount"));
            tx.emit("charge.succeeded", charge);
            tx.emit("payment_intent.amount_capturable_updated", intent);
        } else {
            settle(tx, intent, charge, Json.number(intent, "amount"));
            tx.emit("charge.succeeded", charge);
        }
    }

    static ObjectNode capture(Route.Call call) {
        var intent = in(call, "capture", "requires_capture");
        long capturable = Json.number(intent, "amount_capturable");
        var asked = call.form().number("amount_to_capture");
        long amount = asked == null ? capturable : asked;
        if (amount > capturable) {
            throw StripeError.invalid(
                    "amount_too_large",
                    "The requested amount "
                            + amount
                            + " is more than the capturable "
                            + capturable
                            + ".",
                    "amount_to_capture");
        }
        if (amount < 1) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "Invalid positive integer", "amount_to_capture");
        }
        Metadata.apply(intent, call.form(), "metadata");
        var charge = call.tx().put(call.tx().get("charge", Json.text(intent, "latest_charge")));
        settle(call.tx(), intent, charge, amount);
        call.tx().emit("charge.captured", charge);
        return intent;
    }

    /** The money is taken; what was held above it is free again. */
    private static void settle(Tx tx, ObjectNode intent, ObjectNode charge, long amount) {
        Charges.capture(charge, amount);
        intent.put("status", "succeeded")
                .put("amount_capturable", 0)
                .put("amount_received", amount);
        tx.emit("payment_intent.succeeded", intent);
    }

    static ObjectNode cancel(Route.Call call) {
        var intent =
                in(
                        call,
                        "cancel",
                        "requires_payment_method",
                        "requires_confirmation",
                        "requires_capture");
        var reason =
                call.form().has("cancellation_reason")
                        ? call.form().oneOf("cancellation_reason", "", REASONS)
                        : null;
        cancel(call.tx(), intent, reason);
        return intent;
    }

    static void cancel(Tx tx, ObjectNode intent, @Nullable String reason) {
        if (Json.text(intent, "status").equals("requires_capture")) {
            var charge = tx.put(tx.get("charge", Json.text(intent, "latest_charge")));
            Charges.release(charge);
            tx.emit("charge.refunded", charge);
        }
        intent.put("status", "canceled")
                .put("amount_capturable", 0)
                .put("canceled_at", tx.seconds())
                .put("cancellation_reason", reason);
        tx.emit("payment_intent.canceled", intent);
    }

    private static ObjectNode in(Route.Call call, String verb, String... states) {
        var intent = call.tx().put(call.tx().get("payment_intent", call.id()));
        if (!List.of(states).contains(Json.text(intent, "status"))) {
            throw unexpected(
                    intent, verb + " it: it has a status of " + Json.text(intent, "status"));
        }
        return intent;
    }

    private static StripeError unexpected(ObjectNode intent, String what) {
        return StripeError.state(
                        "payment_intent_unexpected_state",
                        "This PaymentIntent ("
                                + Json.text(intent, "id")
                                + ") does not allow to "
                                + what
                                + ".")
                .with("payment_intent", intent.deepCopy());
    }
}
