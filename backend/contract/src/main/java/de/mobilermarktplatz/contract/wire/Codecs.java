package de.mobilermarktplatz.contract.wire;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Finds the codec of a type, once. */
final class Codecs {

    private static final Map<Class<?>, Codec<?>> KNOWN = new ConcurrentHashMap<>();

    private Codecs() {}

    @SuppressWarnings("unchecked") // The map holds each codec under its own type.
    static <T> Codec<T> of(Class<T> type) {
        Codec<?> known = KNOWN.get(type);
        if (known == null) {
            // Not computeIfAbsent: building a record's codec looks up those of its components.
            known = build(type);
            KNOWN.put(type, known);
        }
        return (Codec<T>) known;
    }

    private static Codec<?> build(Class<?> type) {
        if (Scalars.knows(type)) {
            return Scalars.of(type);
        }
        if (type.isEnum() && WireCode.class.isAssignableFrom(type)) {
            return new EnumCodec<>(type);
        }
        if (type.isRecord()) {
            return ofRecord(type);
        }
        throw new IllegalArgumentException("no wire form for " + type.getName());
    }

    private static <R> Codec<R> ofRecord(Class<R> type) {
        List<RecordField> fields =
                Arrays.stream(type.getRecordComponents()).map(Codecs::field).toList();
        boolean wrapsOneValue =
                fields.size() == 1 && Scalars.knows(type.getRecordComponents()[0].getType());
        return wrapsOneValue
                ? new WrapperCodec<>(RecordShape.of(type), fields.getFirst())
                : new RecordCodec<>(RecordShape.of(type), fields);
    }

    @SuppressWarnings("unchecked") // A component's codec only ever sees that component's values.
    private static RecordField field(RecordComponent component) {
        Codec<Object> codec = (Codec<Object>) ofType(component.getGenericType());
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return new RecordField(component.getName(), component.getAccessor(), codec, nullable);
    }

    private static Codec<?> ofType(Type type) {
        if (type instanceof ParameterizedType generic && generic.getRawType() == List.class) {
            return new ListCodec<>(ofType(generic.getActualTypeArguments()[0]));
        }
        if (type instanceof ParameterizedType generic
                && generic.getRawType() == Map.class
                && List.of(generic.getActualTypeArguments())
                        .equals(List.of(String.class, Long.class))) {
            return new MapCodec();
        }
        if (type instanceof Class<?> plain) {
            return of(plain);
        }
        throw new IllegalArgumentException("no wire form for " + type);
    }
}
