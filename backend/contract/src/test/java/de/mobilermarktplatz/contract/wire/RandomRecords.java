package de.mobilermarktplatz.contract.wire;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Records with random content, in every size an integer can have. */
public record RandomRecords(Random random) {

    public <R> R of(Class<R> type) {
        RecordComponent[] components = type.getRecordComponents();
        Object[] values = Arrays.stream(components).map(this::component).toArray();
        try {
            Constructor<R> constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class[]::new));
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + type, e);
        }
    }

    private @Nullable Object component(RecordComponent component) {
        boolean nullable = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
        return nullable && random.nextInt(3) == 0 ? null : value(component.getGenericType());
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return IntStream.range(0, random.nextInt(6)).mapToObj(_ -> value(element)).toList();
        }
        Class<?> plain = (Class<?>) type;
        if (plain == long.class) {
            return anyLong();
        } else if (plain == int.class || plain == Integer.class) {
            return random.nextInt() >> random.nextInt(32);
        } else if (plain == String.class) {
            return List.of("", "a", "Käse – 50 €", "🐄".repeat(70)).get(random.nextInt(4));
        } else if (plain == UUID.class) {
            return new UUID(random.nextLong(), random.nextLong());
        } else if (plain == Bytes.class) {
            byte[] bytes = new byte[random.nextInt(70)];
            random.nextBytes(bytes);
            return Bytes.of(bytes);
        } else if (plain == Instant.class) {
            return Instant.ofEpochMilli(random.nextLong(0, 1L << 44));
        } else if (plain == LocalDate.class) {
            return LocalDate.ofEpochDay(random.nextInt(60_000));
        } else if (plain.isEnum()) {
            return plain.getEnumConstants()[random.nextInt(plain.getEnumConstants().length)];
        }
        return of(plain);
    }

    /**
     * Small enough that a line's price times its amount fits, large enough for every length of CBOR
     * integers.
     */
    private long anyLong() {
        return random.nextLong() >> (34 + random.nextInt(30));
    }
}
