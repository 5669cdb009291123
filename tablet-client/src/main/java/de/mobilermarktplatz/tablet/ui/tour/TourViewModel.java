package de.mobilermarktplatz.tablet.ui.tour;

import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.StopRow;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;

/** Which stops there are and what comes next. */
public final class TourViewModel {
    private final Cockpit cockpit;
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

    public TourViewModel(Cockpit cockpit) {
        this.cockpit = cockpit;
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

    void doNext() {
        next.get()
                .map(
                        step ->
                                switch (step) {
                                    case Step.Arrive arrive ->
                                            new Command.Arrive(Integer.toString(arrive.visit()));
                                    case Step.Leave _ -> new Command.Leave();
                                })
                .ifPresent(command -> cockpit.perform(command, _ -> {}));
    }

    /** What is to be done at a stop, in words. */
    static String toDo(StopRow row) {
        return switch (row.visit().kind()) {
            case DEPOT -> row.visit().number() == 1 ? "Abfahrt vom Hof" : "Zurück auf den Hof";
            case BREAK -> "Pause";
            case PICK_UP ->
                    row.crates() == 0
                            ? "Ware abholen"
                            : row.cratesAboard()
                                    + " von "
                                    + German.count(row.crates(), "Kiste", "Kisten")
                                    + " an Bord";
            case CALL ->
                    row.orders() == 0
                            ? "Nur Verkauf"
                            : row.ordersWaiting() == 0
                                    ? German.count(row.orders(), "Bestellung", "Bestellungen")
                                            + ", alle erledigt"
                                    : row.ordersWaiting()
                                            + " von "
                                            + German.count(
                                                    row.orders(), "Bestellung", "Bestellungen")
                                            + " offen";
        };
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
