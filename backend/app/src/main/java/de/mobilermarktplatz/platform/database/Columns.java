package de.mobilermarktplatz.platform.database;

import java.util.List;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Rows turned into one array per column, for {@code INSERT … SELECT FROM unnest(…)}: a whole batch
 * travels in one statement.
 */
public final class Columns<T> {

    private final List<T> rows;

    private Columns(List<T> rows) {
        this.rows = rows;
    }

    public static <T> Columns<T> of(List<T> rows) {
        return new Columns<>(rows);
    }

    /** Null where the row has none. */
    @SuppressWarnings("NullAway") // arrays of a database column hold NULLs
    public <V> V[] of(Class<V> type, Function<T, @Nullable V> column) {
        @SuppressWarnings("unchecked")
        V[] values = (V[]) java.lang.reflect.Array.newInstance(type, rows.size());
        for (int i = 0; i < rows.size(); i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }

    public Long[] longs(ToLongFunction<T> column) {
        return of(Long.class, column::applyAsLong);
    }

    public Integer[] ints(ToIntFunction<T> column) {
        return of(Integer.class, column::applyAsInt);
    }
}
