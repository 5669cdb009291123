package de.mobilermarktplatz.stripesimulator;

import java.time.Duration;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/** Hosted Checkout: a page that takes a payment, or saves a card. */
final class CheckoutSessions {

    /** Stripe API reference, "Create a Checkout Session", {@code expires_at}. */
    static final Duration LEAST_LIFE = Duration.ofMinutes(30);

    static final Duration MOST_LIFE = Duration.ofHours(24);

    private CheckoutSessions() {}

    static ObjectNode create(Route.Call call) {
        var tx = call.tx();
        var form = call.form();
        var mode = form.oneOf("mode", "", Set.of("payment", "setup"));
        if (mode.isEmpty()) {
            throw StripeError.invalid("parameter_missing", "Missing required param: mode.", "mode");
        }
        var session = tx.create("checkout.session", "cs_test_");
        var id = Json.text(session, "id");
        session.put("mode", mode)
                .put("success_url", form.required("success_url"))
                .put("cancel_url", form.text("cancel_url"))
                .put("client_reference_id", form.text("client_reference_id"))
                .put("customer_email", form.text("customer_email"))
                .put("locale", form.text("locale"))
                .put("submit_type", form.text("submit_type"))
                .put("expires_at", expiry(tx, form))
                .put(
                        "customer_creation",
                        form.oneOf(
                                "customer_creation",
                                "if_required",
                                Set.of("always", "if_required")))
                .put("payment_status", mode.equals("setup") ? "no_payment_required" : "unpaid");
        var customer = form.text("customer");
        if (customer != null) {
            session.put("customer", Json.text(Customers.alive(tx, customer), "id"))
                    .putNull("customer_creation");
        }
        var captureMethod =
                form.oneOf(
                        "payment_intent_data.capture_method",
                        "automatic_async",
                        Set.of("automatic", "automatic_async", "manual"));
        PaymentIntents.requireCard(form.list("payment_method_types"), captureMethod);
        session.putArray("payment_method_types").add("card");
        Metadata.apply(session, form, "metadata");
        plan(
                tx,
                session,
                form,
                mode.equals("payment") ? "payment_intent_data" : "setup_intent_data",
                captureMethod);
        if (mode.equals("payment")) {
            price(session, form);
        } else {
            session.put("currency", form.text("currency"));
        }
        return session.put("url", "{base}/pay/" + id);
    }

    private static long expiry(Tx tx, Form form) {
        var asked = form.number("expires_at");
        if (asked == null) {
            return tx.now.plus(MOST_LIFE).getEpochSecond();
        }
        if (asked < tx.now.plus(LEAST_LIFE).getEpochSecond()) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "The `expires_at` timestamp must be at least 30 minutes from Checkout Session creation.",
                    "expires_at");
        }
        if (asked > tx.now.plus(MOST_LIFE).getEpochSecond()) {
            throw StripeError.invalid(
                    "parameter_invalid_integer",
                    "The `expires_at` timestamp must be less than 24 hours from Checkout Session creation.",
                    "expires_at");
        }
        return asked;
    }

    /**
     * What the intent will be made of; the intent itself exists only once the customer has paid.
     */
    private static void plan(
            Tx tx, ObjectNode session, Form form, String prefix, String captureMethod) {
        var plan = Json.shape("simulator.plan");
        plan.put("id", "plan_" + Json.text(session, "id"));
        Metadata.apply(plan, form, prefix + ".metadata");
        plan.path("intent")
                .asObject()
                .put("capture_method", captureMethod)
                .put("description", form.text(prefix + ".description"))
                .put("receipt_email", form.text(prefix + ".receipt_email"))
                .put("setup_future_usage", form.text(prefix + ".setup_future_usage"));
        var lines = plan.putArray("lines");
        for (var line : form.elements("line_items")) {
            lines.addObject()
                    .put("name", line.required("price_data.product_data.name"))
                    .put("quantity", line.requiredNumber("quantity"))
                    .put("amount", amount(line));
        }
        tx.keep(plan);
    }

    private static long amount(Form line) {
        if (!line.required("price_data.currency").equals("eur")) {
            throw StripeError.invalid(
                    "parameter_invalid_enum", "The simulator takes only eur.", "currency");
        }
        long quantity = line.requiredNumber("quantity");
        long each = line.requiredNumber("price_data.unit_amount");
        if (quantity < 1 || each < 0) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "Invalid positive integer", "line_items");
        }
        return Math.multiplyExact(quantity, each);
    }

    private static void price(ObjectNode session, Form form) {
        long total = form.elements("line_items").stream().mapToLong(CheckoutSessions::amount).sum();
        if (total < 50) {
            throw StripeError.invalid(
                    "amount_too_small",
                    "The Checkout Session's total amount due must add up to at least €0.50 eur",
                    "line_items");
        }
        session.put("currency", "eur").put("amount_subtotal", total).put("amount_total", total);
        session.putObject("total_details")
                .put("amount_discount", 0)
                .put("amount_shipping", 0)
                .put("amount_tax", 0);
    }

    static ObjectNode expire(Route.Call call) {
        var session = call.tx().put(call.tx().get("checkout.session", call.id()));
        var status = Json.text(session, "status");
        if (!status.equals("open")) {
            throw StripeError.state(
                    "checkout_session_not_open",
                    "Only Checkout Sessions with a status in [\"open\"] can be expired. This Checkout Session has a"
                            + " status of "
                            + status
                            + ".");
        }
        expire(call.tx(), session);
        return session;
    }

    static void expire(Tx tx, ObjectNode session) {
        session.put("status", "expired").putNull("url");
        tx.emit("checkout.session.expired", tx.put(session));
    }

    /**
     * The customer presses the button on the page; a card error leaves the session open for another
     * try.
     */
    static void complete(Tx tx, ObjectNode session, TestCard testCard) {
        tx.keep(session);
        var plan = tx.get("simulator.plan", "plan_" + Json.text(session, "id"));
        var futureUse = Json.text(plan.path("intent"), "setup_future_usage");
        boolean setup = Json.text(session, "mode").equals("setup");
        if (Json.text(session, "customer").isEmpty()
                && (Json.text(session, "customer_creation").equals("always")
                        || !futureUse.isEmpty())) {
            var customer = tx.create("customer", "cus_");
            customer.set("email", session.path("customer_email"));
            session.put("customer", Json.text(customer, "id"));
            tx.emit("customer.created", customer);
        }
        var method = PaymentMethods.create(tx, testCard);
        var intent = setup ? setup(tx, session, plan, method) : pay(tx, session, plan, method);
        if (!setup && !futureUse.isEmpty()) {
            PaymentMethods.attach(tx, method, Json.text(session, "customer"));
        }
        session.put(setup ? "setup_intent" : "payment_intent", Json.text(intent, "id"))
                .put("status", "complete")
                .putNull("url");
        if (!setup && Json.number(intent, "amount_received") > 0) {
            session.put("payment_status", "paid");
        }
        session.putObject("customer_details").set("email", session.path("customer_email"));
        tx.emit("checkout.session.completed", session);
    }

    private static ObjectNode pay(Tx tx, ObjectNode session, ObjectNode plan, ObjectNode method) {
        var settings = plan.path("intent");
        var intent =
                PaymentIntents.open(
                        tx,
                        Json.number(session, "amount_total"),
                        "eur",
                        Json.text(settings, "capture_method"));
        intent.set("customer", session.path("customer"));
        intent.set("metadata", plan.path("metadata").deepCopy());
        intent.set("description", settings.path("description"));
        intent.set("receipt_email", settings.path("receipt_email"));
        intent.set("setup_future_usage", settings.path("setup_future_usage"));
        intent.put("payment_method", Json.text(method, "id"));
        tx.emit("payment_intent.created", intent);
        PaymentIntents.authorise(tx, intent, true, false);
        return intent;
    }

    private static ObjectNode setup(Tx tx, ObjectNode session, ObjectNode plan, ObjectNode method) {
        var intent = SetupIntents.open(tx);
        intent.set("customer", session.path("customer"));
        intent.set("metadata", plan.path("metadata").deepCopy());
        intent.set("description", plan.path("intent").path("description"));
        intent.put("payment_method", Json.text(method, "id"));
        tx.emit("setup_intent.created", intent);
        SetupIntents.succeed(tx, intent);
        return intent;
    }
}
