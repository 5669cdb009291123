package de.mobilermarktplatz.contract.golden;

import java.lang.reflect.RecordComponent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Names the first field in which two records differ. */
final class FieldDiff {

    private FieldDiff() {}

    static Optional<String> first(String path, Object golden, Object current) {
        if (Objects.equals(golden, current)) {
            return Optional.empty();
        }
        if (golden instanceof List<?> a && current instanceof List<?> b && a.size() == b.size()) {
            return inList(path, a, b);
        }
        if (golden instanceof Record a
                && current instanceof Record b
                && a.getClass() == b.getClass()) {
            return inRecord(path, a, b);
        }
        return Optional.of(path + ": golden file says " + golden + ", code says " + current);
    }

    private static Optional<String> inList(String path, List<?> golden, List<?> current) {
        for (int i = 0; i < golden.size(); i++) {
            Optional<String> diff = first(path + "[" + i + "]", golden.get(i), current.get(i));
            if (diff.isPresent()) {
                return diff;
            }
        }
        return Optional.empty();
    }

    private static Optional<String> inRecord(String path, Record golden, Record current) {
        for (RecordComponent component : golden.getClass().getRecordComponents()) {
            String inner = path + "." + component.getName();
            Optional<String> diff = first(inner, get(component, golden), get(component, current));
            if (diff.isPresent()) {
                return diff;
            }
        }
        return Optional.empty();
    }

    private static Object get(RecordComponent component, Record from) {
        try {
            return component.getAccessor().invoke(from);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
