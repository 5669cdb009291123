package de.mobilermarktplatz.contract.wire;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/**
 * A record around one basic value (an id, an amount of money, a code) stands on the wire as that
 * value.
 */
record WrapperCodec<R>(RecordShape<R> shape, RecordField field) implements Codec<R> {

    @Override
    public void write(JsonGenerator out, R value) {
        Object content = shape.get(value, field);
        if (content == null) {
            throw new WireException(shape.name() + " must not be null");
        }
        field.codec().write(out, content);
    }

    @Override
    public R read(JsonParser in) {
        return shape.create(new @Nullable Object[] {field.codec().read(in)});
    }
}
