package de.mobilermarktplatz.tablet.ui.tours;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.TourSummary;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** The tour aboard, if there is one, then those of the server. */
public final class ToursView implements Screen {
    private final ToursViewModel model;
    private final VBox list = column("stops");
    private final Parent root;

    public ToursView(ToursViewModel model) {
        this.model = model;
        var again = key("Neu laden", model::ask, "key-small");
        again.disableProperty().bind(model.busy());
        root =
                column(
                        "screen",
                        row("row", label("Welche Tour fährt mit?", "title"), spring(), again),
                        grow(scroll(list)));
        model.offer().addListener((_, before, now) -> changed(before, now));
        model.aboard().addListener((_, before, now) -> changed(before, now));
        show();
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        model.ask();
    }

    /** Time passes without anything to see; a key under a finger stays the same key. */
    private void changed(Object before, Object now) {
        if (!now.equals(before)) {
            show();
        }
    }

    private void show() {
        var rows = new java.util.ArrayList<Node>();
        model.aboard().get().map(this::aboard).ifPresent(rows::add);
        rows.addAll(
                switch (model.offer().get()) {
                    case ToursViewModel.Offer.Asking _ ->
                            List.of(label("Der Server wird gefragt …", "big"));
                    case ToursViewModel.Offer.Unknown unknown ->
                            List.of(text(unknown.sentence(), "problem"));
                    case ToursViewModel.Offer.Tours tours when tours.tours().isEmpty() ->
                            List.of(
                                    text(
                                            "Es ist keine Tour freigegeben. Die Leitstelle gibt"
                                                    + " Touren frei, wenn sie geplant sind.",
                                            "big"));
                    case ToursViewModel.Offer.Tours tours ->
                            tours.tours().stream().map(this::offered).toList();
                });
        fill(list, rows);
    }

    private Node aboard(TourSnapshot tour) {
        return row(
                "stop",
                grow(
                        column(
                                "stop-words",
                                label(tour.vanName() + ", " + German.day(tour.day()), "stop-name"),
                                label("Diese Tour ist an Bord", "muted"))),
                mainKey("Weiterfahren", model::goOn));
    }

    private Node offered(TourSummary tour) {
        var take = key(model.isAboard(tour) ? "Neu holen" : "Mitnehmen", () -> model.take(tour));
        take.disableProperty().bind(model.busy());
        return row(
                "stop",
                grow(
                        column(
                                "stop-words",
                                label(tour.vanName() + ", " + German.day(tour.day()), "stop-name"),
                                label(
                                        ToursViewModel.words(tour)
                                                + (tour.taken()
                                                        ? " – ein anderes Tablet hat sie"
                                                        : ""),
                                        "muted"))),
                take);
    }
}
