package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.tablet.ui.frame.Tasks;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Two threads beside JavaFX's own. */
final class FxTasks implements Tasks, AutoCloseable {
    private static final int CLOSE_WITHIN_SECONDS = 5;

    private final ExecutorService till = lane("till");
    private final ExecutorService network = lane("network");
    private final Consumer<Throwable> trouble;

    /**
     * @param trouble told on the screen's thread of work that threw
     */
    FxTasks(Consumer<Throwable> trouble) {
        this.trouble = trouble;
    }

    @Override
    public <T> void run(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        on(till, work, onScreen, onFailed);
    }

    @Override
    public <T> void online(Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        on(network, work, onScreen, onFailed);
    }

    private <T> void on(
            ExecutorService lane, Supplier<T> work, Consumer<T> onScreen, Runnable onFailed) {
        lane.execute(
                () -> {
                    try {
                        var answer = work.get();
                        Platform.runLater(() -> onScreen.accept(answer));
                    } catch (RuntimeException | Error e) {
                        Platform.runLater(
                                () -> {
                                    onFailed.run();
                                    trouble.accept(e);
                                });
                    }
                });
    }

    /** What was asked of the till is done before the window is gone. */
    @Override
    public void close() {
        network.shutdownNow();
        till.shutdown();
        try {
            if (!till.awaitTermination(CLOSE_WITHIN_SECONDS, TimeUnit.SECONDS)) {
                till.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static ExecutorService lane(String name) {
        return Executors.newSingleThreadExecutor(
                Thread.ofPlatform().name("tablet-" + name).daemon().factory());
    }
}
