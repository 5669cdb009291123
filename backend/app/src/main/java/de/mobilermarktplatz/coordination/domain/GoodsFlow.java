package de.mobilermarktplatz.coordination.domain;

import java.util.ArrayList;
import java.util.List;

/**
 * One article on one tour, all amounts in pieces or grams.
 *
 * @param closed whether the tour's tablet has closed the day; before that nothing can be judged
 * @param unit PIECE or GRAM
 * @param ordered by customers of the tour's calls
 * @param expected what should come aboard: ordered goods by the latest word, plus goods for free
 *     sale
 * @param loaded what the tablet took aboard
 * @param handedOver pre-orders given to their customers, by the tablet's journal
 * @param delivered the same by the orders
 * @param sold net of cancelled sales
 * @param shrunk broken, spoiled, given away
 * @param countedDifference counted minus expected leftovers; negative means something is missing
 */
public record GoodsFlow(
        String van,
        boolean closed,
        String product,
        String unit,
        long ordered,
        long expected,
        long loaded,
        long handedOver,
        long delivered,
        long sold,
        long shrunk,
        long countedDifference) {

    /** What must be left in the van by the book. */
    public long left() {
        return loaded - handedOver - sold - shrunk;
    }

    /** Everything that does not fit together, in words; empty when all is well. */
    public List<String> differences() {
        List<String> found = new ArrayList<>();
        if (loaded != expected) {
            found.add(difference("geladen", loaded - expected));
        }
        if (handedOver != delivered) {
            found.add(difference("übergeben", handedOver - delivered));
        }
        if (left() < 0) {
            found.add("mehr abgegeben als geladen: " + amount(-left()));
        }
        if (countedDifference != 0) {
            found.add(difference("gezählt", countedDifference));
        }
        return List.copyOf(found);
    }

    private String difference(String what, long by) {
        return amount(Math.abs(by)) + (by < 0 ? " zu wenig " : " zu viel ") + what;
    }

    private String amount(long amount) {
        return amount + (unit.equals("GRAM") ? " g" : " Stück");
    }
}
