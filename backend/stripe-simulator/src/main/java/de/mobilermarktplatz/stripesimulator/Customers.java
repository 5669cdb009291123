package de.mobilermarktplatz.stripesimulator;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Customers: a holder for saved cards. */
final class Customers {

    private static final List<String> TEXTS = List.of("email", "name", "phone", "description");

    private Customers() {}

    static ObjectNode create(Route.Call call) {
        var customer = call.tx().create("customer", "cus_");
        apply(customer, call.form());
        call.tx().emit("customer.created", customer);
        return customer;
    }

    static ObjectNode update(Route.Call call) {
        var customer = call.tx().put(alive(call.tx(), call.id()));
        apply(customer, call.form());
        call.tx().emit("customer.updated", customer);
        return customer;
    }

    static ObjectNode retrieve(Route.Call call) {
        return call.tx().get("customer", call.id());
    }

    static ObjectNode list(Route.Call call) {
        var handler = Listing.of("customer", "email");
        return handler.handle(call);
    }

    /** What remains is the id and the word that it is gone. */
    static ObjectNode delete(Route.Call call) {
        var customer = alive(call.tx(), call.id());
        var id = Json.text(customer, "id");
        call.tx().emit("customer.deleted", customer);
        return call.tx()
                .put(Json.object().put("id", id).put("object", "customer").put("deleted", true));
    }

    static ObjectNode alive(Tx tx, String id) {
        var customer = tx.get("customer", id);
        if (customer.path("deleted").asBoolean(false)) {
            throw StripeError.missing("customer", id);
        }
        return customer;
    }

    private static void apply(ObjectNode customer, Form form) {
        for (var field : TEXTS) {
            if (form.has(field)) {
                customer.put(field, form.text(field));
            }
        }
        if (form.has("preferred_locales")) {
            var locales = customer.putArray("preferred_locales");
            form.list("preferred_locales").forEach(locales::add);
        }
        Metadata.apply(customer, form, "metadata");
    }
}
