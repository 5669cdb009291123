package de.mobilermarktplatz.tablet.ui;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.Arrays;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Status bar above, tabs below, the screen of the place between. */
final class ShellView {
    private static final PseudoClass ALARM = PseudoClass.getPseudoClass("alarm");
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");

    private final ShellViewModel model;
    private final Function<Place, Screen> screens;
    private final BorderPane root = css(new BorderPane(), "shell");
    private @Nullable Screen current;

    ShellView(ShellViewModel model, Function<Place, Screen> screens) {
        this.model = model;
        this.screens = screens;
        root.setTop(statusBar());
        root.setBottom(new VBox(notice(), tabs()));
        show(model.place().get());
        model.place().addListener((_, _, place) -> show(place));
    }

    Parent node() {
        return root;
    }

    /** For the screen that is up, unless the shell knows better. */
    void scanned(Scan scan) {
        if (current != null && !model.opens(scan, current)) {
            current.scanned(scan);
        }
    }

    private void show(Place place) {
        if (current != null) {
            current.hidden();
        }
        var screen = screens.apply(place);
        current = screen;
        root.setCenter(screen.node());
        screen.shown();
    }

    private Node statusBar() {
        var where = label("", "status-where");
        where.textProperty().bind(model.where());
        var sync = label("", "status-sync");
        sync.textProperty().bind(model.sync());
        var time = label("", "status-time");
        time.textProperty().bind(model.time());
        // On a narrow screen it is the place that gives way.
        sync.setMinWidth(Region.USE_PREF_SIZE);
        time.setMinWidth(Region.USE_PREF_SIZE);
        var bar = row("status", where, spring(), sync, time);
        model.alarm().addListener((_, _, alarm) -> bar.pseudoClassStateChanged(ALARM, alarm));
        bar.pseudoClassStateChanged(ALARM, model.alarm().get());
        return bar;
    }

    private Node notice() {
        var words = text("");
        words.textProperty().bind(model.notice());
        var bar = row("notice", grow(words), key("Gelesen", model::noticed, "key-small"));
        bar.visibleProperty().bind(model.notice().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node tabs() {
        var keys = Arrays.stream(Tab.values()).map(this::tab).toArray(Node[]::new);
        var bar = row("tabs", keys);
        bar.visibleProperty().bind(model.atWork());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private Node tab(Tab tab) {
        var key = grow(key(tab.words(), () -> model.go(tab), "tab"));
        key.setFocusTraversable(false);
        model.place().addListener(_ -> key.pseudoClassStateChanged(HERE, model.isAt(tab)));
        key.pseudoClassStateChanged(HERE, model.isAt(tab));
        return key;
    }
}
