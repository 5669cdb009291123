package de.mobilermarktplatz.tablet.ui;

import static org.junit.jupiter.api.Assumptions.abort;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;

/** JavaFX without a display, started once per test JVM. */
public final class Fx {
    private static boolean started;

    private Fx() {}

    /** Runs it on the screen's thread and waits; skips the test where JavaFX cannot start. */
    public static <T> T on(Supplier<T> work) {
        start();
        var answer = new CompletableFuture<T>();
        Platform.runLater(
                () -> {
                    try {
                        answer.complete(work.get());
                    } catch (RuntimeException | Error e) {
                        answer.completeExceptionally(e);
                    }
                });
        try {
            return answer.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) e.getCause();
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("the screen does not answer", e);
        }
    }

    public static void run(Runnable work) {
        on(
                () -> {
                    work.run();
                    return true;
                });
    }

    private static synchronized void start() {
        if (started) {
            return;
        }
        System.setProperty("glass.platform", "Headless");
        System.setProperty("prism.order", "sw");
        try {
            Platform.startup(() -> {});
            Platform.setImplicitExit(false);
            started = true;
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            abort("JavaFX does not start here, maybe libgtk-3-0 and fonts are missing: " + e);
        }
    }
}
