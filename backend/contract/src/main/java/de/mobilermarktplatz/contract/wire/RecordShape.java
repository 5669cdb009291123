package de.mobilermarktplatz.contract.wire;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes records apart and puts them together. */
record RecordShape<R>(Class<R> type, Constructor<R> constructor) {

    static <R> RecordShape<R> of(Class<R> type) {
        Class<?>[] types =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        try {
            return new RecordShape<>(type, type.getDeclaredConstructor(types));
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(type + " has no canonical constructor", e);
        }
    }

    String name() {
        return type.getSimpleName();
    }

    @Nullable Object get(R value, RecordField field) {
        try {
            return field.accessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot read " + name() + "." + field.name(), e);
        }
    }

    /** A record's own refusal of its values becomes a failure of the wire. */
    R create(@Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new WireException("no valid " + name() + ": " + e.getCause(), e);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + name(), e);
        }
    }
}
