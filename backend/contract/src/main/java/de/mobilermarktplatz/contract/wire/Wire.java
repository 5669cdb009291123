package de.mobilermarktplatz.contract.wire;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.dataformat.cbor.CBORFactory;

/**
 * Records to CBOR and back. A record is an array of its components in their order, which is why the
 * order of the components of every wire record is fixed and golden files guard it. Shortest
 * integers and known lengths throughout, so equal records have equal bytes.
 */
public final class Wire {

    private static final CBORFactory FACTORY = new CBORFactory();

    private Wire() {}

    public static byte[] write(Record value) {
        return write(out -> writeAny(out, value));
    }

    /**
     * Reads exactly one record.
     *
     * @throws WireException naming the field that does not fit
     */
    public static <R extends Record> R read(byte[] bytes, Class<R> type) {
        Codec<R> codec = Codecs.of(type);
        return read(bytes, codec::read);
    }

    /** Writes values of any known type as one array; for messages that are no plain record. */
    public static byte[] writeArray(List<Object> values) {
        return write(
                out -> {
                    var _ = out.writeStartArray(values, values.size());
                    values.forEach(value -> writeAny(out, value));
                    var _ = out.writeEndArray();
                });
    }

    /**
     * Reads one array element by element and skips what is left of it.
     *
     * @throws WireException naming the field that does not fit
     */
    public static <T> T readArray(byte[] bytes, Function<ArrayReader, T> content) {
        return read(
                bytes,
                in -> {
                    ArrayReader array = new ArrayReader(in);
                    T value = content.apply(array);
                    array.skipRest();
                    return value;
                });
    }

    /**
     * Reads the first elements of an array and does not look at the others.
     *
     * @throws WireException naming the field that does not fit
     */
    public static <T> T readBeginning(byte[] bytes, Function<ArrayReader, T> content) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            var _ = in.nextToken();
            return content.apply(new ArrayReader(in));
        } catch (JacksonException e) {
            throw new WireException("no well-formed CBOR: " + e.getOriginalMessage(), e);
        }
    }

    @SuppressWarnings("unchecked") // A value's own class is the class it is written as.
    private static void writeAny(JsonGenerator out, Object value) {
        ((Codec<Object>) Codecs.of(value.getClass())).write(out, value);
    }

    private static byte[] write(Consumer<JsonGenerator> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = FACTORY.createGenerator(ObjectWriteContext.empty(), bytes)) {
            content.accept(out);
        }
        return bytes.toByteArray();
    }

    private static <T> T read(byte[] bytes, Function<JsonParser, T> content) {
        try (JsonParser in = FACTORY.createParser(ObjectReadContext.empty(), bytes)) {
            var _ = in.nextToken();
            T value = content.apply(in);
            if (in.nextToken() != null) {
                throw new WireException("bytes left after the end");
            }
            return value;
        } catch (JacksonException e) {
            throw new WireException("no well-formed CBOR: " + e.getOriginalMessage(), e);
        }
    }
}
