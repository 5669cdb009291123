package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Printout;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedWrite;
import de.mobilermarktplatz.tablet.machine.feed.Followed;
import de.mobilermarktplatz.tablet.machine.feed.Staging;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fold over commits. */
final class SimContent {
    final TreeMap<Long, StoredEntry> rows = new TreeMap<>();
    final TreeMap<Long, Printout> printouts = new TreeMap<>();
    final TreeMap<Long, Long> receipts = new TreeMap<>();
    TabletState state = TabletState.EMPTY;
    Instant opened;
    Bytes tour;
    Uplink uplink;
    Head base;
    private final Map<String, Followed> streams = new HashMap<>();
    private Staging staging;

    SimContent(Beginning first) {
        uplink = first.uplink();
        state = first.state();
        tour = first.tour();
    }

    void take(Write write) {
        for (var row : write.rows()) {
            rows.put(row.entry().seq(), row.entry());
            state = state.after(row.changes());
        }
        for (var printout : write.printouts()) {
            printouts.put(printout.seq(), printout);
            if (printout.number() != null) {
                receipts.put(printout.number(), printout.seq());
            }
        }
        write.printed().forEach(printouts::remove);
        var drafts = write.drafts();
        if (drafts != null) {
            if (state.basket().isEmpty()) {
                opened = drafts.at();
            }
            var basket = new ArrayList<>(state.basket());
            basket.addAll(drafts.lines());
            state = state.withBasket(basket);
        }
        tour = write.tour() == null ? tour : write.tour();
        uplink = write.uplink() == null ? uplink : write.uplink();
        if (write.feed() != null) {
            follow(write.feed());
        }
        if (write.base() != null) {
            base = write.base();
            rows.headMap(base.seq(), true).clear();
        }
    }

    private void follow(FeedWrite news) {
        news.forgotten().forEach(streams::remove);
        streams.putAll(news.replaced());
        for (var move : news.moved()) {
            var had = streams.get(move.stream());
            var items = new HashMap<>(had == null ? Map.<String, Bytes>of() : had.items());
            move.changed()
                    .forEach(
                            (key, value) -> {
                                if (value == null) {
                                    items.remove(key);
                                } else {
                                    items.put(key, value);
                                }
                            });
            streams.put(move.stream(), new Followed(move.epoch(), move.seq(), items));
        }
        if (news.unstaged()) {
            staging = null;
        }
        if (news.staged() != null) {
            staging = new Staging(news.staged(), Map.of());
        }
        if (news.chunk() != null && staging != null) {
            var chunks = new HashMap<>(staging.chunks());
            chunks.put(Snapshot.nameOf(news.chunk()), news.chunk());
            staging = new Staging(staging.manifest(), chunks);
        }
    }

    FeedMemory feed() {
        long epoch = streams.values().stream().mapToLong(Followed::epoch).max().orElse(0);
        return new FeedMemory(epoch, streams, staging, Set.of());
    }

    void forget(long acked) {
        var last = rows.get(acked);
        if (last != null) {
            base = new Head(acked, last.hash());
            rows.headMap(acked, true).clear();
        }
    }

    Instant latest() {
        var last = rows.lastEntry();
        return last != null
                        && EntryCodec.decode(last.getValue().entry().toArray())
                                instanceof JournalEntry entry
                ? entry.wall()
                : Instant.EPOCH;
    }

    List<Printout> unprinted() {
        return List.copyOf(printouts.values());
    }
}
