package de.mobilermarktplatz.tablet.ui.tour;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.rowKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;

import de.mobilermarktplatz.tablet.core.StopRow;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;

/** The stops below one another, the next thing to do as the big key. */
public final class TourView implements Screen {
    private final TourViewModel model;
    private final VBox list = column("stops");
    private final ScrollPane pane;
    private final VBox root;

    public TourView(TourViewModel model) {
        this.model = model;
        var title = label("", "title");
        title.textProperty().bind(model.title());
        var next = mainKey("", model::doNext);
        next.setMaxWidth(Double.MAX_VALUE);
        next.textProperty()
                .bind(model.next().map(step -> step.map(TourViewModel.Step::words).orElse("")));
        next.visibleProperty().bind(model.next().map(step -> step.isPresent()));
        next.managedProperty().bind(next.visibleProperty());
        next.disableProperty().bind(model.busy());
        pane = scroll(list);
        root = column("screen", title, grow(pane), next);
        show(model.stops().get());
        model.stops().addListener((_, _, stops) -> show(stops));
    }

    @Override
    public Parent node() {
        return root;
    }

    /** Where the van is now, not where it was this morning. */
    @Override
    public void shown() {
        var stops = model.stops().get();
        long passed = stops.stream().filter(s -> s.state() == StopRow.State.PASSED).count();
        pane.setVvalue(stops.size() < 2 ? 0 : (double) passed / (stops.size() - 1));
    }

    private void show(List<StopRow> stops) {
        fill(list, stops.stream().map(this::card).toList());
    }

    private Node card(StopRow stop) {
        var visit = stop.visit();
        var row =
                row(
                        "order-row",
                        label(German.time(visit.from()), "stop-time"),
                        grow(
                                column(
                                        "stop-words",
                                        label(visit.name(), "stop-name"),
                                        label(stop.toDo(), "muted"))),
                        label(state(stop.state()), "chip"));
        return rowKey(
                row,
                visit.name() + ", " + stop.toDo(),
                () -> model.open(stop),
                "stop-" + stop.state().name().toLowerCase(Locale.ROOT));
    }

    private static String state(StopRow.State state) {
        return switch (state) {
            case PASSED -> "war da";
            case HERE -> "hier";
            case NEXT -> "nächster";
            case LATER -> "";
        };
    }
}
