package de.mobilermarktplatz.stripesimulator;

import java.util.ArrayList;
import java.util.List;

/** Every path the simulator serves, with every parameter it takes. */
final class Routes {

    private static final String[] CUSTOMER = {
        "email", "name", "phone", "description", "metadata.*", "preferred_locales"
    };
    private static final String[] SESSION = {
        "mode",
        "success_url",
        "cancel_url",
        "customer",
        "customer_email",
        "customer_creation",
        "client_reference_id",
        "currency",
        "expires_at",
        "locale",
        "metadata.*",
        "submit_type",
        "payment_method_types",
        "line_items.quantity",
        "line_items.price_data.currency",
        "line_items.price_data.unit_amount",
        "line_items.price_data.product_data.name",
        "line_items.price_data.product_data.description",
        "payment_intent_data.capture_method",
        "payment_intent_data.description",
        "payment_intent_data.metadata.*",
        "payment_intent_data.receipt_email",
        "payment_intent_data.setup_future_usage",
        "setup_intent_data.description",
        "setup_intent_data.metadata.*"
    };

    private Routes() {}

    static List<Route> all() {
        return List.of(
                Route.post("/v1/customers", Customers::create, CUSTOMER),
                Route.get("/v1/customers", Customers::list, listing("email")),
                Route.get("/v1/customers/{customer}", Customers::retrieve),
                Route.post("/v1/customers/{customer}", Customers::update, CUSTOMER),
                Route.delete("/v1/customers/{customer}", Customers::delete),
                Route.post("/v1/checkout/sessions", CheckoutSessions::create, SESSION),
                Route.get(
                        "/v1/checkout/sessions",
                        Listing.of("checkout.session", "payment_intent", "customer"),
                        page("payment_intent", "customer")),
                Route.get("/v1/checkout/sessions/{session}", Listing.retrieve("checkout.session")),
                Route.post("/v1/checkout/sessions/{session}/expire", CheckoutSessions::expire),
                Route.post(
                        "/v1/payment_intents",
                        PaymentIntents::create,
                        "amount",
                        "currency",
                        "customer",
                        "payment_method",
                        "payment_method_types",
                        "automatic_payment_methods.enabled",
                        "capture_method",
                        "confirm",
                        "off_session",
                        "setup_future_usage",
                        "description",
                        "receipt_email",
                        "return_url",
                        "metadata.*"),
                Route.get(
                        "/v1/payment_intents",
                        Listing.of("payment_intent", "customer"),
                        listing("customer")),
                Route.get("/v1/payment_intents/{intent}", Listing.retrieve("payment_intent")),
                Route.post(
                        "/v1/payment_intents/{intent}",
                        PaymentIntents::update,
                        "description",
                        "metadata.*"),
                Route.post(
                        "/v1/payment_intents/{intent}/confirm",
                        PaymentIntents::confirm,
                        "payment_method",
                        "off_session",
                        "receipt_email",
                        "return_url"),
                Route.post(
                        "/v1/payment_intents/{intent}/capture",
                        PaymentIntents::capture,
                        "amount_to_capture",
                        "metadata.*"),
                Route.post(
                        "/v1/payment_intents/{intent}/cancel",
                        PaymentIntents::cancel,
                        "cancellation_reason"),
                Route.post(
                        "/v1/setup_intents",
                        SetupIntents::create,
                        "customer",
                        "payment_method",
                        "payment_method_types",
                        "usage",
                        "confirm",
                        "description",
                        "return_url",
                        "metadata.*"),
                Route.get(
                        "/v1/setup_intents",
                        Listing.of("setup_intent", "customer"),
                        listing("customer")),
                Route.get("/v1/setup_intents/{intent}", Listing.retrieve("setup_intent")),
                Route.post(
                        "/v1/setup_intents/{intent}/confirm",
                        SetupIntents::confirm,
                        "payment_method",
                        "return_url"),
                Route.post(
                        "/v1/setup_intents/{intent}/cancel",
                        SetupIntents::cancel,
                        "cancellation_reason"),
                Route.get(
                        "/v1/payment_methods",
                        Listing.of("payment_method", "customer", "type"),
                        page("customer", "type")),
                Route.get(
                        "/v1/payment_methods/{payment_method}", Listing.retrieve("payment_method")),
                Route.post(
                        "/v1/payment_methods/{payment_method}/attach",
                        PaymentMethods::attach,
                        "customer"),
                Route.post("/v1/payment_methods/{payment_method}/detach", PaymentMethods::detach),
                Route.get(
                        "/v1/charges",
                        Listing.of("charge", "payment_intent"),
                        listing("payment_intent")),
                Route.get("/v1/charges/{charge}", Listing.retrieve("charge")),
                Route.post(
                        "/v1/refunds",
                        Refunds::create,
                        "payment_intent",
                        "charge",
                        "amount",
                        "reason",
                        "metadata.*"),
                Route.get(
                        "/v1/refunds",
                        Listing.of("refund", "payment_intent", "charge"),
                        listing("payment_intent", "charge")),
                Route.get("/v1/refunds/{refund}", Listing.retrieve("refund")),
                Route.get("/v1/events", Listing.of("event", "type"), listing("type")),
                Route.get("/v1/events/{id}", Listing.retrieve("event")));
    }

    /** A list's own filters, paging, and the range of creation times. */
    private static String[] listing(String... filters) {
        return concat(
                page(filters), "created", "created.gt", "created.gte", "created.lt", "created.lte");
    }

    private static String[] page(String... filters) {
        return concat(filters, "limit", "starting_after", "ending_before");
    }

    private static String[] concat(String[] first, String... second) {
        var all = new ArrayList<>(List.of(first));
        all.addAll(List.of(second));
        return all.toArray(String[]::new);
    }
}
