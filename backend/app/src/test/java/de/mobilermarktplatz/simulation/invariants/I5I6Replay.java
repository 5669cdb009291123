package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.till.BookEntry;
import java.util.TreeMap;

/** What the books say is what the inbox says, folded anew from its first entry. */
final class I5I6Replay {
    private I5I6Replay() {}

    static void stock(Tables books, Tables replayed) {
        var held = sums(books);
        var again = sums(replayed);
        Broken.unless(held.equals(again), "I5", "stock " + held + ", but replayed " + again);
    }

    private static TreeMap<String, Long> sums(Tables tables) {
        var sums = new TreeMap<String, Long>();
        for (var book : tables.books.values()) {
            if (book instanceof BookEntry.StockMoves moves) {
                for (var move : moves.moves()) {
                    sums.merge(key(moves.tour(), move.product()), move.amount(), Long::sum);
                }
            }
        }
        return sums;
    }

    private static String key(TourId tour, ProductId product) {
        return tour + " " + product;
    }

    static void books(Tables books, Tables replayed) {
        for (var key : replayed.books.keySet()) {
            Broken.unless(books.books.containsKey(key), "I6", "not booked: " + key);
        }
        Broken.unless(books.books.equals(replayed.books), "I6", "books differ from their replay");
        Broken.unless(books.receipts.equals(replayed.receipts), "I6", "receipt numbers differ");
    }

    /** Only where one journal alone wrote a tour is the order between journals no question. */
    static void orders(Tables books, Tables replayed) {
        books.orders.forEach(
                (id, order) ->
                        Broken.unless(
                                order.lines.equals(replayed.orders.get(id).lines),
                                "I6",
                                "order "
                                        + id
                                        + " is "
                                        + order.lines
                                        + ", replayed "
                                        + replayed.orders.get(id).lines));
        books.tours.forEach(
                (id, tour) ->
                        Broken.unless(
                                tour.closed == replayed.tours.get(id).closed,
                                "I6",
                                "tour closed: " + tour.closed));
    }
}
