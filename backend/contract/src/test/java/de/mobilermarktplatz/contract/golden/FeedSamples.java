package de.mobilermarktplatz.contract.golden;

import static de.mobilermarktplatz.contract.golden.EntrySamples.ORDER;
import static de.mobilermarktplatz.contract.golden.EntrySamples.TOUR;
import static de.mobilermarktplatz.contract.golden.Ids.id;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.contract.feed.StreamState;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.VanId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** What comes down, one of each. */
final class FeedSamples {

    private static final Instant TIME = Instant.parse("2026-05-04T08:15:31.007Z");
    private static final Bytes OLD = Bytes.ofHex("8102030405");
    private static final Bytes NEW = Bytes.ofHex("81020a0405");

    private FeedSamples() {}

    static Record reply() {
        var news =
                new StreamNews(
                        Streams.tour(TOUR),
                        StreamVerdict.FINE,
                        480,
                        482,
                        StateHash.of(Map.of("note", NEW)),
                        List.of(
                                FeedEntry.between("note", null, OLD),
                                FeedEntry.between("note", OLD, NEW),
                                FeedEntry.between(Items.order(ORDER), OLD, null)),
                        true);
        return new FeedReply(
                1,
                4,
                TIME,
                List.of(news, StreamNews.refused(Streams.CFG, StreamVerdict.SNAPSHOT_NEEDED)));
    }

    static Record snapshot() {
        return new Snapshot(
                List.of(
                        StreamState.of(
                                Streams.tour(TOUR),
                                482,
                                Map.of("note", NEW, Items.order(ORDER), OLD))));
    }

    static Record manifest() {
        return new SnapshotManifest(
                1,
                4,
                TIME,
                List.of(
                        new SnapshotManifest.Head(
                                Streams.tour(TOUR),
                                StreamVerdict.FINE,
                                482,
                                StateHash.of(Map.of("note", NEW)))),
                List.of(Bytes.ofHex("c3".repeat(32))));
    }

    static Record header() {
        return new Items.Header(TOUR, 2, LocalDate.of(2026, 5, 4), id(VanId::new, 21), "Wagen 1");
    }

    static Record order(TourOrder order) {
        return new Items.OrderItem(order, List.of(1));
    }

    static Record stock(StockItem honey) {
        return new Items.Stock(List.of(honey));
    }

    static Record applied() {
        return new Items.Applied(417);
    }

    static Record versions() {
        return new Items.Versions(1, 1);
    }

    static Record serverKey() {
        return new Items.ServerKey(1, Bytes.ofHex("4b".repeat(32)));
    }
}
