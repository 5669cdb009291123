package de.mobilermarktplatz.sync;

import io.r2dbc.spi.R2dbcException;
import org.springframework.dao.NonTransientDataAccessResourceException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.transaction.TransactionException;

/**
 * Trouble that comes again with the same entries. Anything else goes away when the tablet tries
 * again, and must not cost an entry its effect: a connection that broke, a pool that was empty, a
 * commit of unknown outcome.
 */
final class Poison {

    private Poison() {}

    static boolean is(Throwable error) {
        return error instanceof RuntimeException
                && !(error instanceof TransientDataAccessException)
                && !(error instanceof NonTransientDataAccessResourceException)
                && !(error instanceof TransactionException)
                && !(error instanceof R2dbcException);
    }
}
