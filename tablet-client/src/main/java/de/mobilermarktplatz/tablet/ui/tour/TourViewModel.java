package de.mobilermarktplatz.tablet.ui.tour;

import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.StopRow;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;

/** Which stops there are and what comes next. */
public final class TourViewModel {
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final ObjectBinding<List<StopRow>> stops;
    private final ObjectBinding<Optional<Step>> next;
    private final StringBinding title;

    /** The one thing to do next. */
    sealed interface Step {
        String words();

        record Arrive(int visit, String name) implements Step {
            @Override
            public String words() {
                return "Ankommen: " + name;
            }
        }

        record Leave(String name) implements Step {
            @Override
            public String words() {
                return "Abfahren: " + name;
            }
        }
    }

    public TourViewModel(Cockpit cockpit, Navigator navigator) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        var glance = cockpit.glance();
        stops =
                Bindings.createObjectBinding(
                        () -> cockpit.aboard().map(StopRow::of).orElse(List.of()), glance);
        next = Bindings.createObjectBinding(() -> next(stops.get()), stops);
        title = Bindings.createStringBinding(() -> title(glance.get()), glance);
    }

    ObjectBinding<List<StopRow>> stops() {
        return stops;
    }

    ObjectBinding<Optional<Step>> next() {
        return next;
    }

    StringBinding title() {
        return title;
    }

    ObservableBooleanValue busy() {
        return cockpit.busy();
    }

    /** Whoever has arrived wants to see who waits. */
    private void done(Answer answer) {
        if (answer.ok() && cockpit.aboard().flatMap(Aboard::standing).isPresent()) {
            navigator.go(new Place.Stop(0));
        }
    }

    void open(StopRow row) {
        navigator.go(new Place.Stop(row.visit().number()));
    }

    void doNext() {
        next.get()
                .map(
                        step ->
                                switch (step) {
                                    case Step.Arrive arrive ->
                                            new Command.Arrive(Integer.toString(arrive.visit()));
                                    case Step.Leave _ -> new Command.Leave();
                                })
                .ifPresent(command -> cockpit.perform(command, this::done));
    }

    private static Optional<Step> next(List<StopRow> stops) {
        return stops.stream()
                .filter(row -> row.state() == StopRow.State.HERE)
                .<Step>map(row -> new Step.Leave(row.visit().name()))
                .findFirst()
                .or(
                        () ->
                                stops.stream()
                                        .filter(row -> row.state() == StopRow.State.NEXT)
                                        .<Step>map(
                                                row ->
                                                        new Step.Arrive(
                                                                row.visit().number(),
                                                                row.visit().name()))
                                        .findFirst());
    }

    private static String title(Glance glance) {
        return glance.aboardGlance()
                .map(aboard -> aboard.tour().snapshot())
                .map(
                        tour ->
                                tour.vanName()
                                        + " · "
                                        + German.day(tour.day())
                                        + " · "
                                        + German.count(
                                                tour.visits().stream()
                                                        .filter(v -> v.kind() == VisitKind.CALL)
                                                        .count(),
                                                "Halt",
                                                "Halte"))
                .orElse("Keine Tour an Bord");
    }
}
