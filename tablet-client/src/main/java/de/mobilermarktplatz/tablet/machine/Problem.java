package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.contract.upload.KeptReply;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the server refused and why (RFC 9457).
 *
 * @param slug last part of {@code type}
 * @param kept how far the journal is kept apart, base64 of a {@link KeptReply}; empty if it is not
 *     said
 */
public record Problem(String slug, String title, String detail, String kept) {
    private static final JsonMapper JSON = new JsonMapper();

    public static Problem read(byte[] body) {
        try {
            var json = JSON.readTree(body);
            var type = text(json, "type");
            return new Problem(
                    type.substring(type.lastIndexOf('/') + 1),
                    text(json, "title"),
                    text(json, "detail"),
                    json.path("parameters").path(KeptReply.PARAMETER).asString(""));
        } catch (JacksonException noJson) {
            return new Problem("", "", "", "");
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
