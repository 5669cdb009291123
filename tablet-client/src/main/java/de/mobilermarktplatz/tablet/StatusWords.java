package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.store.Uplink;
import de.mobilermarktplatz.tablet.sync.Sync;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How things stand, for the screen. The expected cash is left out: the count at the end is blind.
 */
final class StatusWords {
    private StatusWords() {}

    static Map<String, Object> of(OnBoard board, Uplink uplink, Sync sync, boolean stopped) {
        var state = board.state();
        long last = board.lastSeq();
        var words = new LinkedHashMap<String, Object>();
        words.put("enrolled", true);
        words.put("words", sync.words(last));
        words.put("lastSeq", last);
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
        board.tour().ifPresent(tour -> words.putAll(TourWords.of(tour)));
        var stock = new LinkedHashMap<String, Object>();
        state.stock().forEach((product, amount) -> stock.put(product.toString(), amount));
        words.put("stock", stock);
        return words;
    }
}
