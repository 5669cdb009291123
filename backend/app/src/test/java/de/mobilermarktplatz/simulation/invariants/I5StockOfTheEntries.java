package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.SaleLine;
import de.mobilermarktplatz.contract.journal.Shrinkage;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.world.Broken;
import de.mobilermarktplatz.till.BookEntry;
import java.util.List;
import java.util.TreeMap;

/** What moved in the vans by the raw entries, added up by a rule that no core has written. */
final class I5StockOfTheEntries {
    private final TreeMap<String, Long> sums = new TreeMap<>();

    void take(EntryBody body) {
        switch (body) {
            case Sale sale -> sold(sale.tour(), sale.lines());
            case VoidReceipt counter -> sold(counter.tour(), counter.lines());
            case Handover handover ->
                    handover.lines()
                            .forEach(
                                    line ->
                                            move(
                                                    handover.tour(),
                                                    Goods.inLine(line.lineNo()),
                                                    -line.amount()));
            case Load load -> {
                load.items().forEach(one -> move(load.tour(), one.product(), one.amount()));
                for (var crate : load.crates()) {
                    Goods.inCrate(crate)
                            .forEach(one -> move(load.tour(), one.product(), one.amount()));
                }
            }
            case Shrinkage gone ->
                    gone.items().forEach(one -> move(gone.tour(), one.product(), -one.amount()));
            case StockCount count ->
                    count.items()
                            .forEach(
                                    one ->
                                            move(
                                                    count.tour(),
                                                    one.product(),
                                                    one.counted() - one.expected()));
            default -> {}
        }
    }

    /** Lines of a pre-order leave with its handover. */
    private void sold(TourId tour, List<SaleLine> lines) {
        for (var line : lines) {
            if (line.kind() == LineKind.GOODS && line.orderLine() == 0) {
                move(tour, line.product(), -line.amount());
            }
        }
    }

    private void move(TourId tour, ProductId product, long amount) {
        sums.merge(tour + " " + product, amount, Long::sum);
    }

    void compare(Tables tables) {
        var booked = new TreeMap<String, Long>();
        for (var book : tables.books.values()) {
            if (book instanceof BookEntry.StockMoves moves) {
                moves.moves()
                        .forEach(
                                one ->
                                        booked.merge(
                                                moves.tour() + " " + one.product(),
                                                one.amount(),
                                                Long::sum));
            }
        }
        sums.values().removeIf(sum -> sum == 0);
        booked.values().removeIf(sum -> sum == 0);
        Broken.unless(
                booked.equals(sums), "I5", "stock " + booked + ", but the entries say " + sums);
    }
}
