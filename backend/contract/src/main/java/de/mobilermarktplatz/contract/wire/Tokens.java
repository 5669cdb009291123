package de.mobilermarktplatz.contract.wire;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Checks of the current token, so that wrong bytes fail where they stand. */
final class Tokens {

    private Tokens() {}

    static void expect(JsonParser in, JsonToken wanted, String what) {
        JsonToken found = in.currentToken();
        if (found != wanted) {
            throw new WireException(
                    "expected " + what + " but found " + (found == null ? "the end" : found));
        }
    }

    static long integer(JsonParser in) {
        expect(in, JsonToken.VALUE_NUMBER_INT, "an integer");
        return in.getLongValue();
    }

    static int smallInteger(JsonParser in) {
        expect(in, JsonToken.VALUE_NUMBER_INT, "an integer");
        return in.getIntValue();
    }

    static String text(JsonParser in) {
        expect(in, JsonToken.VALUE_STRING, "a text");
        return in.getString();
    }

    static byte[] bytes(JsonParser in) {
        expect(in, JsonToken.VALUE_EMBEDDED_OBJECT, "a byte string");
        byte[] bytes = in.getBinaryValue();
        if (bytes == null) {
            // "Undefined" and unassigned simple values come as the same token, without content.
            throw new WireException("expected a byte string but found none");
        }
        return bytes;
    }
}
