package de.mobilermarktplatz.contract.wire;

import java.time.DateTimeException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads an array element by element, for messages whose later elements depend on earlier ones. */
public final class ArrayReader {

    private final JsonParser in;
    private boolean open = true;

    ArrayReader(JsonParser in) {
        Tokens.expect(in, JsonToken.START_ARRAY, "an array");
        this.in = in;
    }

    /**
     * The next element.
     *
     * @param name of the field, for messages
     * @throws WireException if there is none or it is of another type
     */
    public <T> T next(String name, Class<T> type) {
        try {
            open = in.nextToken() != JsonToken.END_ARRAY;
            if (!open) {
                throw new WireException("is missing");
            }
            return Codecs.of(type).read(in);
        } catch (WireException e) {
            throw e.inside(name);
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WireException(String.valueOf(e.getMessage()), e).inside(name);
        }
    }

    void skipRest() {
        while (open) {
            JsonToken token = in.nextToken();
            if (token == null) {
                throw new WireException("cut off");
            }
            open = token != JsonToken.END_ARRAY;
            if (open) {
                var _ = in.skipChildren();
            }
        }
    }
}
