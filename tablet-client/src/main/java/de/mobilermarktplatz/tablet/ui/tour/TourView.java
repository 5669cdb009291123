package de.mobilermarktplatz.tablet.ui.tour;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;

import de.mobilermarktplatz.tablet.core.StopRow;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.List;
import java.util.Locale;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** The stops below one another, the next thing to do as the big key. */
public final class TourView implements Screen {
    private final VBox list = column("stops");
    private final VBox root;

    public TourView(TourViewModel model) {
        var title = label("", "title");
        title.textProperty().bind(model.title());
        var next = mainKey("", model::doNext);
        next.setMaxWidth(Double.MAX_VALUE);
        next.textProperty()
                .bind(model.next().map(step -> step.map(TourViewModel.Step::words).orElse("")));
        next.visibleProperty().bind(model.next().map(step -> step.isPresent()));
        next.managedProperty().bind(next.visibleProperty());
        next.disableProperty().bind(model.busy());
        root = column("screen", title, grow(scroll(list)), next);
        show(model.stops().get());
        model.stops().addListener((_, _, stops) -> show(stops));
    }

    @Override
    public Parent node() {
        return root;
    }

    private void show(List<StopRow> stops) {
        fill(list, stops.stream().map(TourView::card).toList());
    }

    private static Node card(StopRow stop) {
        var visit = stop.visit();
        var card =
                row(
                        "stop",
                        label(German.time(visit.from()), "stop-time"),
                        grow(
                                column(
                                        "stop-words",
                                        label(visit.name(), "stop-name"),
                                        label(TourViewModel.toDo(stop), "muted"))),
                        label(state(stop.state()), "chip"));
        return css(card, "stop-" + stop.state().name().toLowerCase(Locale.ROOT));
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
