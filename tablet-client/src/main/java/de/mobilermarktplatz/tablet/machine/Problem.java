package de.mobilermarktplatz.tablet.machine;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refused and why (RFC 9457).
 *
 * @param slug last part of {@code type}
 */
public record Problem(String slug, String title, String detail) {
    private static final JsonMapper JSON = new JsonMapper();

    public static Problem read(byte[] body) {
        try {
            var json = JSON.readTree(body);
            var type = text(json, "type");
            return new Problem(
                    type.substring(type.lastIndexOf('/') + 1),
                    text(json, "title"),
                    text(json, "detail"));
        } catch (JacksonException noJson) {
            return new Problem("", "", "");
        }
    }

    /** The most telling words there are. */
    public String words(int status) {
        return !detail.isEmpty() ? detail : !title.isEmpty() ? title : "Antwort " + status;
    }

    private static String text(JsonNode json, String name) {
        return json.path(name).asString("");
    }
}
