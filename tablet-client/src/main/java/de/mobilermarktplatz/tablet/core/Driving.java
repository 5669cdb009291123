package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.StopArrive;
import de.mobilermarktplatz.contract.journal.StopLeave;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import java.util.Map;

/** Arriving and leaving. */
final class Driving {
    private Driving() {}

    static Decision arrive(Aboard aboard, String place) {
        var here = aboard.standing();
        if (here.isPresent()) {
            return new Refused(
                    "Der Wagen steht noch bei „" + here.get().name() + "“. Bitte zuerst abfahren.");
        }
        var visit = aboard.tour().visit(place);
        if (visit.isEmpty()) {
            return new Refused("Den Halt " + place + " gibt es auf dieser Tour nicht.");
        }
        var there = visit.get();
        long waiting =
                aboard.orders().stream()
                        .filter(order -> order.call().equals(there.call()))
                        .filter(order -> !aboard.state().orders().containsKey(order.order()))
                        .count();
        return Decision.accept(
                new StopArrive(aboard.tour().snapshot().tour(), there.number(), there.call()),
                Map.of("visit", there.number(), "name", there.name(), "ordersWaiting", waiting));
    }

    static Decision leave(Aboard aboard) {
        var here = aboard.standing();
        if (here.isEmpty()) {
            return new Refused("Der Wagen steht an keinem Halt.");
        }
        return Decision.accept(
                new StopLeave(
                        aboard.tour().snapshot().tour(), here.get().number(), here.get().call()),
                Map.of("visit", here.get().number(), "name", here.get().name()));
    }
}
