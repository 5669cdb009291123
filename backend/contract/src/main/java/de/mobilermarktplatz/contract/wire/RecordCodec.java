package de.mobilermarktplatz.contract.wire;

import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/**
 * A record as an array of its components in their order. A reader skips elements it does not know
 * yet, and takes missing ones at the end as null if their component may be null; so a later version
 * may append nullable components.
 */
record RecordCodec<R>(RecordShape<R> shape, List<RecordField> fields) implements Codec<R> {

    @Override
    public void write(JsonGenerator out, R value) {
        var _ = out.writeStartArray(value, fields.size());
        for (RecordField field : fields) {
            Object content = shape.get(value, field);
            if (content != null) {
                field.codec().write(out, content);
            } else if (field.nullable()) {
                var _ = out.writeNull();
            } else {
                throw new WireException("must not be null").inside(field.name());
            }
        }
        var _ = out.writeEndArray();
    }

    @Override
    public R read(JsonParser in) {
        Tokens.expect(in, JsonToken.START_ARRAY, shape.name() + " as an array");
        @Nullable Object[] values = new @Nullable Object[fields.size()];
        int count = 0;
        while (in.nextToken() != JsonToken.END_ARRAY) {
            if (in.currentToken() == null) {
                throw new WireException("cut off after " + count + " fields");
            }
            if (count < fields.size()) {
                values[count] = readField(in, fields.get(count));
            } else {
                var _ = in.skipChildren();
            }
            count++;
        }
        for (int missing = count; missing < fields.size(); missing++) {
            if (!fields.get(missing).nullable()) {
                throw new WireException("is missing").inside(fields.get(missing).name());
            }
        }
        return shape.create(values);
    }

    private static @Nullable Object readField(JsonParser in, RecordField field) {
        try {
            if (field.nullable() && in.currentToken() == JsonToken.VALUE_NULL) {
                return null;
            }
            return field.codec().read(in);
        } catch (WireException e) {
            throw e.inside(field.name());
        } catch (IllegalArgumentException | DateTimeException e) {
            throw new WireException(String.valueOf(e.getMessage()), e).inside(field.name());
        }
    }
}
