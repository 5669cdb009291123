package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.scan.WedgeFilter;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.function.LongSupplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.util.Duration;

/** The tablet's window, from the first pixel to the last. */
public final class Window {
    static final double WIDTH = 1280;
    static final double HEIGHT = 800;
    private static final Duration LOOK_EVERY = Duration.seconds(2);

    private Window() {}

    /** There is nothing to open a window on. */
    public static final class NoDisplay extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoDisplay(Throwable cause) {
            super(
                    "There is no display for the window ("
                            + cause.getMessage()
                            + "). Maybe start it in a desktop session, or with --headless.",
                    cause);
        }
    }

    /**
     * Opens the window on a started tablet and returns when it was closed.
     *
     * @throws NoDisplay without a desktop, or without the libraries that draw on it
     */
    public static void run(Tablet tablet) throws InterruptedException {
        var closed = new CountDownLatch(1);
        try {
            Platform.startup(() -> open(tablet, closed));
        } catch (UnsupportedOperationException | UnsatisfiedLinkError e) {
            throw new NoDisplay(e);
        }
        closed.await();
        Platform.exit();
    }

    private static void open(Tablet tablet, CountDownLatch closed) {
        var navigator = new Navigator(first(tablet));
        var tasks = new FxTasks(e -> navigator.go(Troubles.of(e)));
        var cockpit = new Cockpit(tablet, tasks);
        var clock = new Timeline(new KeyFrame(LOOK_EVERY, _ -> cockpit.refresh()));
        clock.setCycleCount(Animation.INDEFINITE);
        var stage = new Stage();
        stage.setTitle("Mobiler Marktplatz – Tablet");
        stage.setScene(scene(tablet, cockpit, navigator, System::nanoTime));
        stage.setMinWidth(1024);
        stage.setMinHeight(600);
        stage.setOnHidden(
                _ -> {
                    clock.stop();
                    tasks.close();
                    closed.countDown();
                });
        stage.show();
        clock.play();
    }

    /**
     * All of the window without the window.
     *
     * @param nanos paces the keys, to tell a scanner from a hand
     */
    static Scene scene(Tablet tablet, Cockpit cockpit, Navigator navigator, LongSupplier nanos) {
        var screens = new Screens(tablet, cockpit, navigator);
        var shell = new ShellView(new ShellViewModel(cockpit, navigator), screens::at);
        var scene = new Scene(shell.node(), WIDTH, HEIGHT);
        scene.getStylesheets().addAll(stylesheet("tablet.css"), stylesheet("till.css"));
        WedgeFilter.install(scene, nanos, shell::scanned);
        return scene;
    }

    private static String stylesheet(String name) {
        return Objects.requireNonNull(
                        Window.class.getResource(name),
                        "The program lacks its part " + name + ". Maybe it was packed wrongly.")
                .toExternalForm();
    }

    static Place first(Tablet tablet) {
        return switch (tablet.glance()) {
            case Glance.NotEnrolled _ -> new Place.Enrol();
            case Glance.WithoutTour _, Glance.OnTour _ -> new Place.Pin();
        };
    }
}
