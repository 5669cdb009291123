package de.mobilermarktplatz.stripesimulator;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * {@code expand[]}: puts objects in the place of their ids, along a dotted path of at most four
 * steps.
 */
final class Expansion {

    private static final int DEEPEST = 4;

    private Expansion() {}

    static void apply(Tx tx, ObjectNode answer, Form form) {
        for (var path : form.list("expand")) {
            var steps = path.split("\\.");
            if (steps.length > DEEPEST) {
                throw StripeError.invalid(
                        "parameter_invalid",
                        "You cannot expand more than 4 levels of a property.",
                        "expand");
            }
            expand(tx, answer, steps, 0);
        }
    }

    private static void expand(Tx tx, JsonNode node, String[] steps, int at) {
        if (at == steps.length) {
            return;
        }
        if (node.isArray()) {
            node.forEach(element -> expand(tx, element, steps, at));
            return;
        }
        var field = steps[at];
        var value = node.path(field);
        if (value.isMissingNode()) {
            throw StripeError.invalid(
                    "parameter_invalid",
                    "This property cannot be expanded (" + field + ").",
                    "expand");
        }
        if (value.isNull()) {
            return;
        }
        if (value.isString()) {
            var object = tx.find(value.asString());
            if (object != null) {
                node.asObject().set(field, object);
            }
        }
        expand(tx, node.path(field), steps, at + 1);
    }
}
