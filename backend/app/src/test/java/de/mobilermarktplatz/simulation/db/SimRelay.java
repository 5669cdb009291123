package de.mobilermarktplatz.simulation.db;

import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.simulation.people.DownItems;
import de.mobilermarktplatz.simulation.people.Goods;
import de.mobilermarktplatz.simulation.world.Dice.Stream;
import de.mobilermarktplatz.simulation.world.World;
import de.mobilermarktplatz.sync.domain.FeedWrite.PutFeed;
import java.util.ArrayList;
import java.util.List;

/** Brings the streams up to what the other tables say, a little later than they say it. */
public final class SimRelay {
    private static final int EVERY_MILLIS = 8_000;
    private static final int PRICES_CHANGE_PER_MILLE = 15;

    private final World world;
    private final SimDb db;
    private final SimFeed feed;

    /** Up to which version of the database the streams are known to say everything. */
    private long upToDate = -1;

    public SimRelay(World world, SimDb db, SimFeed feed) {
        this.world = world;
        this.db = db;
        this.feed = feed;
    }

    public void start() {
        world.scheduler.in(
                1_000L + world.dice.below(Stream.RELAY, EVERY_MILLIS),
                () -> {
                    if (!world.dice.isCalm()) {
                        prices();
                    }
                    refresh();
                    start();
                });
    }

    /** Whether the streams do not say yet what the other tables say. */
    public boolean isBehind() {
        if (db.version() == upToDate) {
            return false;
        }
        boolean behind = db.tables().streams.differs(now());
        upToDate = behind ? -1 : db.version();
        return behind;
    }

    /** Writes what differs. */
    private void refresh() {
        if (isBehind()) {
            var puts = now();
            db.commit(tables -> tables.streams.put(puts));
        }
        feed.hint();
    }

    private List<PutFeed> now() {
        List<PutFeed> puts = new ArrayList<>();
        db.tables()
                .tours
                .forEach((id, tour) -> puts.addAll(DownItems.ofTour(db.tables(), id, tour)));
        return puts;
    }

    private void prices() {
        if (world.dice.perMille(Stream.RELAY, PRICES_CHANGE_PER_MILLE)) {
            int product = 1 + world.dice.below(Stream.RELAY, 4);
            long cents = 30L + world.dice.below(Stream.RELAY, 900);
            var put =
                    new PutFeed(
                            Streams.catalogue(Goods.DAY),
                            DownItems.priceKey(product),
                            DownItems.price(product, cents));
            db.commit(tables -> tables.streams.put(List.of(put)));
        }
    }
}
