package de.mobilermarktplatz.stripesimulator;

import tools.jackson.databind.node.ObjectNode;

/**
 * Stripe's metadata: at most 50 keys of at most 40 characters, values of at most 500; an empty
 * value unsets.
 */
final class Metadata {

    private Metadata() {}

    static void apply(ObjectNode object, Form form, String name) {
        var metadata = object.path("metadata").asObject();
        for (var entry : form.children(name).entrySet()) {
            var key = entry.getKey();
            if (key.length() > 40 || entry.getValue().length() > 500) {
                throw StripeError.invalid(
                        "metadata_too_long", "Metadata keys hold 40 characters, values 500.", name);
            }
            if (entry.getValue().isEmpty()) {
                metadata.remove(key);
            } else {
                metadata.put(key, entry.getValue());
            }
        }
        if (metadata.size() > 50) {
            throw StripeError.invalid("metadata_too_many", "Metadata holds 50 keys.", name);
        }
    }
}
