package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What goes down to tablets; carried out last, because the heads of streams are locked last. */
public sealed interface FeedWrite extends Write {

    /**
     * @param value null when there is no such item any more
     */
    record PutFeed(String stream, String key, @Nullable Bytes value) implements FeedWrite {}

    /**
     * How far a journal is in the tours that its entries speak of, if its device holds them: what
     * the tablet has written above it, it still lays over the items.
     */
    static List<FeedWrite> applied(View view, JournalState state) {
        return view.trade().tours().entrySet().stream()
                .filter(tour -> view.device().id().equals(tour.getValue().device()))
                .<FeedWrite>map(
                        tour ->
                                new PutFeed(
                                        Streams.tour(tour.getKey()),
                                        Items.applied(state.journal()),
                                        Bytes.of(Wire.write(new Items.Applied(state.acked())))))
                .toList();
    }
}
