package de.mobilermarktplatz.contract.wire;

import java.util.function.BiConsumer;
import java.util.function.Function;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/** A value that fits one CBOR item. */
record ScalarCodec<T>(BiConsumer<JsonGenerator, T> writer, Function<JsonParser, T> reader)
        implements Codec<T> {

    static <T> ScalarCodec<T> ofLong(Function<T, Long> toLong, Function<Long, T> fromLong) {
        return new ScalarCodec<>(
                (out, value) -> {
                    var _ = out.writeNumber(toLong.apply(value).longValue());
                },
                in -> fromLong.apply(Tokens.integer(in)));
    }

    static <T> ScalarCodec<T> ofInt(Function<T, Integer> toInt, Function<Integer, T> fromInt) {
        return new ScalarCodec<>(
                (out, value) -> {
                    var _ = out.writeNumber(toInt.apply(value).intValue());
                },
                in -> fromInt.apply(Tokens.smallInteger(in)));
    }

    static <T> ScalarCodec<T> ofBytes(Function<T, byte[]> toBytes, Function<byte[], T> fromBytes) {
        return new ScalarCodec<>(
                (out, value) -> {
                    var _ = out.writeBinary(toBytes.apply(value));
                },
                in -> fromBytes.apply(Tokens.bytes(in)));
    }

    @Override
    public void write(JsonGenerator out, T value) {
        writer.accept(out, value);
    }

    @Override
    public T read(JsonParser in) {
        return reader.apply(in);
    }
}
