package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.machine.Memory;
import de.mobilermarktplatz.tablet.machine.SyncState;
import de.mobilermarktplatz.tablet.machine.TourWords;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How things stand, for the screen. The expected cash is left out: the count at the end is blind.
 */
final class StatusWords {
    private StatusWords() {}

    static Map<String, Object> of(Memory memory, SyncState sync, boolean stopped, long oldWaiting) {
        var books = memory.open();
        var state = books.state();
        var uplink = memory.line().uplink();
        var words = new LinkedHashMap<String, Object>();
        words.put("enrolled", true);
        words.put("words", sync.words());
        words.put("lastSeq", sync.last());
        words.put("acked", uplink.acked());
        words.put("durable", uplink.durable());
        words.put("epoch", uplink.epoch());
        words.put("receipts", state.count(Counter.RECEIPTS));
        words.put("closings", state.count(Counter.CLOSINGS));
        words.put("basketLines", state.basket().size());
        words.put("standingAt", state.count(Counter.STANDING_AT));
        words.put("cratesAboard", state.crates().size());
        words.put("ordersDone", state.orders().size());
        words.put("stopped", stopped);
        if (oldWaiting > 0) {
            words.put("oldWaiting", oldWaiting);
        }
        words.put("kept", books.head().seq() - books.base().seq());
        if (memory.copy().wanted()) {
            words.put("secondCopy", memory.copy().upTo());
        }
        var tour = books.tour();
        if (tour != null) {
            words.putAll(TourWords.of(tour));
        }
        var stock = new LinkedHashMap<String, Object>();
        state.stock().forEach((product, amount) -> stock.put(product.toString(), amount));
        words.put("stock", stock);
        return words;
    }
}
