package de.mobilermarktplatz.stripesimulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON trees: what Stripe answers, what webhooks carry, what the state file holds. */
final class Json {

    private static final JsonMapper MAPPER = JsonMapper.shared();
    private static final ObjectNode SHAPES = readShapes();

    private Json() {}

    static ObjectNode object() {
        return MAPPER.createObjectNode();
    }

    static ObjectNode parse(String text) {
        return MAPPER.readTree(text).asObject();
    }

    static String write(JsonNode node) {
        return MAPPER.writeValueAsString(node);
    }

    /** A fresh object of a kind with every field an answer carries, unset ones null. */
    static ObjectNode shape(String kind) {
        return SHAPES.required(kind).asObject().deepCopy();
    }

    /** The text of a field, or the empty string when it is null or missing. */
    static String text(JsonNode node, String field) {
        var value = node.path(field);
        return value.isString() ? value.asString() : "";
    }

    static long number(JsonNode node, String field) {
        return node.path(field).asLong(0);
    }

    private static ObjectNode readShapes() {
        try (var in = Objects.requireNonNull(Json.class.getResourceAsStream("shapes.json"))) {
            return MAPPER.readTree(in).asObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
