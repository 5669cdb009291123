package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.wire.WireException;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.sync.SyncRejection;
import java.util.function.Supplier;
import org.springframework.http.HttpStatus;

/** Reads bodies; one that is not what it should be becomes a refusal that says why. */
final class Readings {

    private Readings() {}

    static <T> T of(Supplier<T> reading) {
        try {
            return reading.get();
        } catch (WireException | IllegalArgumentException | ArithmeticException e) {
            throw new RejectedException(
                    new SyncRejection.Unreadable(String.valueOf(e.getMessage())),
                    HttpStatus.BAD_REQUEST);
        }
    }
}
