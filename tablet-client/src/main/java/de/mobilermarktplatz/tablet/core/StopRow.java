package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.tour.TourCrate;
import de.mobilermarktplatz.contract.tour.Visit;
import java.util.List;

/**
 * A stop of the tour as the driver sees it in the list.
 *
 * @param orders pre-orders for this stop
 * @param ordersDone how many of them were handed over or refused
 * @param crates crates that a producer has ready here
 * @param cratesAboard how many of them were scanned aboard
 */
public record StopRow(
        Visit visit, State state, long orders, long ordersDone, long crates, long cratesAboard) {
    /** Where the van is, seen from this stop. */
    public enum State {
        PASSED,
        HERE,
        NEXT,
        LATER
    }

    /** All stops in the order of the day. */
    public static List<StopRow> of(Aboard aboard) {
        return aboard.tour().snapshot().visits().stream().map(visit -> of(aboard, visit)).toList();
    }

    public long ordersWaiting() {
        return orders - ordersDone;
    }

    /** What is to be done here, in words: {@code 2 von 5 Bestellungen offen}. */
    public String toDo() {
        return switch (visit.kind()) {
            case DEPOT -> visit.number() == 1 ? "Abfahrt vom Hof" : "Zurück auf den Hof";
            case BREAK -> "Pause";
            case PICK_UP ->
                    crates == 0
                            ? "Ware abholen"
                            : cratesAboard
                                    + " von "
                                    + (crates == 1 ? "1 Kiste" : crates + " Kisten")
                                    + " an Bord";
            case CALL -> callWords();
        };
    }

    private String callWords() {
        if (orders == 0) {
            return "Nur Verkauf";
        }
        var all = orders == 1 ? "1 Bestellung" : orders + " Bestellungen";
        return ordersWaiting() == 0
                ? all + ", alle erledigt"
                : ordersWaiting() + " von " + all + " offen";
    }

    private static StopRow of(Aboard aboard, Visit visit) {
        var orders =
                aboard.orders().stream()
                        .filter(order -> order.call().equals(visit.call()))
                        .toList();
        var crates =
                aboard.tour().snapshot().crates().stream()
                        .filter(crate -> crate.producer().equals(visit.producer()))
                        .map(TourCrate::crate)
                        .toList();
        return new StopRow(
                visit,
                state(aboard, visit),
                orders.size(),
                orders.stream()
                        .filter(order -> aboard.state().orders().containsKey(order.order()))
                        .count(),
                crates.size(),
                crates.stream().filter(aboard.state().crates()::contains).count());
    }

    private static State state(Aboard aboard, Visit visit) {
        long here = aboard.state().count(Counter.STANDING_AT);
        long left = lastLeft(aboard);
        if (visit.number() == here) {
            return State.HERE;
        }
        if (visit.number() <= Math.max(left, here - 1)) {
            return State.PASSED;
        }
        return here == 0 && visit.number() == left + 1 ? State.NEXT : State.LATER;
    }

    private static long lastLeft(Aboard aboard) {
        long ofTour = aboard.tour().snapshot().tour().value().getLeastSignificantBits();
        return aboard.state().count(Counter.LEFT_TOUR) == ofTour
                ? aboard.state().count(Counter.LEFT_VISIT)
                : 0;
    }
}
