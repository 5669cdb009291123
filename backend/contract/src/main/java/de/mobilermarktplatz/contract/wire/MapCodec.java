package de.mobilermarktplatz.contract.wire;

import java.util.Map;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Numbers by name, as a flat array of key, value, key, value in the order of the keys. */
final class MapCodec implements Codec<Map<String, Long>> {

    @Override
    public void write(JsonGenerator out, Map<String, Long> values) {
        var _ = out.writeStartArray(values, 2 * values.size());
        new TreeMap<>(values)
                .forEach(
                        (key, value) -> {
                            var _ = out.writeString(key);
                            var _ = out.writeNumber(value.longValue());
                        });
        var _ = out.writeEndArray();
    }

    @Override
    public Map<String, Long> read(JsonParser in) {
        Tokens.expect(in, JsonToken.START_ARRAY, "a list of keys and values");
        Map<String, Long> values = new TreeMap<>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            String key = Tokens.text(in);
            var _ = in.nextToken();
            values.put(key, Tokens.integer(in));
        }
        return Map.copyOf(values);
    }
}
