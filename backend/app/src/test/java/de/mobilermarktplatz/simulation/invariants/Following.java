package de.mobilermarktplatz.simulation.invariants;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.ordering.OrderChange;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.simulation.db.Tables;
import de.mobilermarktplatz.simulation.people.SimTablet;
import java.util.List;

/** How far a tablet is with what comes down to it. */
final class Following {
    private Following() {}

    private static List<String> streams(Tables tables, SimTablet tablet) {
        return tablet.follower.wanted().stream()
                .filter(stream -> !Streams.isTour(stream) || holds(tables, tablet, stream))
                .toList();
    }

    private static boolean holds(Tables tables, SimTablet tablet, String stream) {
        var tour = tables.tours.get(Streams.tourOf(stream));
        return tablet.identity.device().equals(tour.device);
    }

    /** What has not come down or is not answered yet, in words; null for nothing. */
    static String waiting(Tables tables, SimTablet tablet) {
        var feed = tablet.follower.memory();
        for (var stream : streams(tables, tablet)) {
            var has = feed.streams().get(stream);
            long head = tables.streams.head(stream).seq();
            if (has == null || has.epoch() != tables.epoch || has.seq() != head) {
                return "to read " + stream + " from " + has + " to " + head;
            }
        }
        return openWish(tables, tablet);
    }

    /**
     * More may wait until goods are loaded; less and nothing wait for nothing. What was answered in
     * a journal that is held back waits with it.
     */
    private static String openWish(Tables tables, SimTablet tablet) {
        for (var wish : tables.requests.values()) {
            boolean open =
                    wish.state() == OrderRequest.State.OPEN
                            && wish.change().kind() != OrderChange.Kind.INCREASE
                            && !tablet.disk.begunWith().asked().verdicts().containsKey(wish.id());
            var tour = tablet.memory().open().tour();
            if (open
                    && tour != null
                    && tour.snapshot().tour().equals(wish.tour())
                    && holds(tables, tablet, Streams.tour(wish.tour()))) {
                return "no answer to " + wish;
            }
        }
        return null;
    }

    static void check(Tables tables, SimTablet tablet) {
        for (var stream : streams(tables, tablet)) {
            var has = tablet.follower.memory().streams().get(stream);
            var head = tables.streams.head(stream);
            I9FeedIsTheServers.check(
                    tablet.name() + " in " + stream,
                    has.seq(),
                    has.items(),
                    head.seq(),
                    tables.streams.items(stream),
                    head.stateHash());
        }
    }
}
