package de.mobilermarktplatz.contract.wire;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** A list as a CBOR array of known length. */
record ListCodec<T>(Codec<T> element) implements Codec<List<T>> {

    /** More than any honest message holds; keeps a forged one from filling the memory. */
    private static final int MOST_ELEMENTS = 20_000;

    @Override
    public void write(JsonGenerator out, List<T> values) {
        var _ = out.writeStartArray(values, values.size());
        for (T value : values) {
            element.write(out, value);
        }
        var _ = out.writeEndArray();
    }

    @Override
    public List<T> read(JsonParser in) {
        Tokens.expect(in, JsonToken.START_ARRAY, "a list");
        List<T> values = new ArrayList<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (values.size() == MOST_ELEMENTS) {
                throw new WireException("more than " + MOST_ELEMENTS + " elements");
            }
            try {
                values.add(element.read(in));
            } catch (WireException e) {
                throw e.inside("[" + values.size() + "]");
            }
        }
        return List.copyOf(values);
    }
}
