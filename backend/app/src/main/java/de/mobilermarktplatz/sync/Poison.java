package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.wire.WireException;
import io.r2dbc.spi.R2dbcException;
import java.time.DateTimeException;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;

/**
 * Trouble that comes again with the same entries: data that the database refuses (SQLSTATE classes
 * 22 and 23) and what our own code throws over them. Everything that is not named here passes and
 * must not cost an entry its effect: a deadlock (40P01), a lost race (40001), a full disk or pool
 * (53), a server that goes down (57), a connection that broke (08), whatever ran out of time.
 */
final class Poison {

    private Poison() {}

    static boolean is(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof R2dbcException database) {
                return isOfTheData(database.getSqlState());
            }
        }
        return isOwn(error);
    }

    private static boolean isOfTheData(@Nullable String state) {
        return state != null && (state.startsWith("22") || state.startsWith("23"));
    }

    private static boolean isOwn(Throwable error) {
        return switch (error) {
            case IllegalArgumentException _,
                    ArithmeticException _,
                    DateTimeException _,
                    IndexOutOfBoundsException _,
                    NoSuchElementException _,
                    NullPointerException _,
                    ClassCastException _,
                    WireException _,
                    DataIntegrityViolationException _ ->
                    true;
            // Subclasses of it are those of pools and streams that are closed or full.
            case IllegalStateException own -> own.getClass() == IllegalStateException.class;
            default -> false;
        };
    }
}
