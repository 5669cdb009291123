package de.mobilermarktplatz.tablet.ui.stop;

import de.mobilermarktplatz.contract.tour.VisitKind;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.OrderCard;
import de.mobilermarktplatz.tablet.core.OrderProgress;
import de.mobilermarktplatz.tablet.core.StopRow;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;

/** A stop with whoever waits there. */
public final class StopViewModel {
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final ObjectBinding<Optional<Seen>> stop;
    private boolean warned;

    /**
     * @param orders of its call; empty at a producer or the depot
     */
    record Seen(StopRow row, List<OrderCard> orders) {
        boolean isHere() {
            return row.state() == StopRow.State.HERE;
        }

        boolean isForLoading() {
            return row.visit().kind() == VisitKind.PICK_UP
                    || row.visit().kind() == VisitKind.DEPOT && row.state() != StopRow.State.PASSED;
        }

        boolean isCall() {
            return row.visit().kind() == VisitKind.CALL;
        }
    }

    /**
     * @param visit its number; 0 for where the van stands or goes next
     */
    public StopViewModel(Cockpit cockpit, Navigator navigator, int visit) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        this.stop =
                Bindings.createObjectBinding(
                        () -> cockpit.aboard().flatMap(aboard -> seen(aboard, visit)),
                        cockpit.glance());
    }

    ObjectBinding<Optional<Seen>> stop() {
        return stop;
    }

    ReadOnlyBooleanProperty busy() {
        return cockpit.busy();
    }

    /** Arrives, or leaves; leaving while somebody still waits takes a second press. */
    void drive() {
        var seen = stop.get();
        if (seen.isEmpty() || cockpit.busy().get()) {
            return;
        }
        if (!seen.get().isHere()) {
            var number = Integer.toString(seen.get().row().visit().number());
            cockpit.perform(new Command.Arrive(number), _ -> {});
            return;
        }
        long waiting = seen.get().row().ordersWaiting();
        if (waiting > 0 && !warned) {
            warned = true;
            cockpit.say(
                    (waiting == 1
                                    ? "Eine Bestellung ist"
                                    : German.count(waiting, "Bestellung", "Bestellungen") + " sind")
                            + " noch offen. Zum Abfahren noch einmal drücken.");
            return;
        }
        cockpit.perform(
                new Command.Leave(),
                answer -> {
                    if (answer.ok()) {
                        navigator.start(new Place.Tour());
                    }
                });
    }

    /** The driver lets the customer say the code and compares it with the list. */
    void open(OrderCard order) {
        if (order.progress() == null) {
            go(Optional.of(new Command.Proof.Spoken(order.code())));
        }
    }

    /** The customer says a code or shows one. */
    void typeCode() {
        go(Optional.empty());
    }

    /** Crates and loose goods come aboard at producers and in the yard. */
    void load() {
        navigator.go(new Place.GoodsIn());
    }

    void back() {
        navigator.start(new Place.Tour());
    }

    private void go(Optional<Command.Proof> proof) {
        cockpit.say("");
        navigator.go(new Place.Handover(proof));
    }

    /** {@code 09:00–09:30 · 2 von 5 Bestellungen offen}. */
    static String details(StopRow row) {
        return German.times(row.visit().from(), row.visit().until()) + " · " + row.toDo();
    }

    static String contents(OrderCard order) {
        return German.count(order.lines().size(), "Artikel", "Artikel")
                + " · Nr. "
                + order.number()
                + (order.changed() ? " · geändert" : "");
    }

    /** {@code bezahlt}, {@code 12,34 €}, {@code übergeben}, {@code storniert, Ware frei}. */
    static String state(OrderCard order) {
        if (order.progress() == OrderProgress.HANDED_OVER) {
            return "übergeben";
        }
        if (order.progress() == OrderProgress.REFUSED) {
            return "abgelehnt";
        }
        if (order.progress() == OrderProgress.CANCELLED) {
            return "storniert, Ware frei";
        }
        return order.paidOnline() ? "bezahlt" : Euro.of(order.due(Set.of())) + " kassieren";
    }

    private static Optional<Seen> seen(Aboard aboard, int visit) {
        var rows = StopRow.of(aboard);
        return rows.stream()
                .filter(row -> visit == 0 ? isNow(row) : row.visit().number() == visit)
                .findFirst()
                .or(() -> visit == 0 ? rows.stream().reduce((_, last) -> last) : Optional.empty())
                .map(row -> new Seen(row, orders(aboard, row)));
    }

    private static boolean isNow(StopRow row) {
        return row.state() == StopRow.State.HERE || row.state() == StopRow.State.NEXT;
    }

    private static List<OrderCard> orders(Aboard aboard, StopRow row) {
        return row.visit().kind() == VisitKind.CALL
                ? OrderCard.at(aboard, row.visit().call())
                : List.of();
    }
}
