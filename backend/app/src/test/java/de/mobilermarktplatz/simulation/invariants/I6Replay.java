package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.simulation.db.SimViews;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.db.Tables.Happened;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.Entries;
import de.mobilermarktplatz.sync.domain.ServerCore;
import java.util.Objects;

/**
 * Books, orders and tours are what the inbox makes of them from empty, entry by entry in the order
 * in which all journals came.
 */
final class I6Replay {
    private I6Replay() {}

    static Tables of(Tables tables, ServerCore core) {
        var replayed = new Tables();
        for (var happened : tables.history) {
            switch (happened) {
                case Happened.Did did -> did.change().accept(replayed);
                case Happened.Landed landed -> land(replayed, landed, core);
            }
        }
        return replayed;
    }

    private static void land(Tables replayed, Happened.Landed landed, ServerCore core) {
        var link = landed.row().link();
        var read = Entries.read(link.seq(), link.entry());
        var arrival = new Arrival.EntryArrived(link, read, false, landed.now());
        var view = SimViews.load(replayed, landed.journal(), ServerCore.needs(arrival));
        replayed.carryOut(landed.journal(), core.step(view, arrival).writes());
    }

    static void compare(Tables tables, Tables replayed) {
        for (var key : replayed.books.keySet()) {
            Broken.unless(tables.books.containsKey(key), "I6", "not booked: " + key);
        }
        same("books", tables.books, replayed.books);
        same("receipt numbers", tables.receipts, replayed.receipts);
        tables.orders.forEach(
                (id, order) -> same("order " + id, order.lines, replayed.orders.get(id).lines));
        tables.tours.forEach(
                (id, tour) -> same("end of " + id, tour.closed, replayed.tours.get(id).closed));
        tables.devices.forEach(
                (id, device) -> same("keys of " + id, device.keys, replayed.devices.get(id).keys));
        same("parents", tables.parents, replayed.parents);
        same("custody", tables.custody, replayed.custody);
    }

    private static void same(String what, Object held, Object again) {
        if (!Objects.equals(held, again)) {
            throw new Broken("I6", what + ": " + held + ", but replayed " + again);
        }
    }
}
