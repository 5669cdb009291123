package de.mobilermarktplatz.simulation.disk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.journal.DeviceEvent;
import de.mobilermarktplatz.contract.journal.DeviceEventKind;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Held;
import de.mobilermarktplatz.tablet.machine.Printout;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedWrite;
import de.mobilermarktplatz.tablet.machine.feed.Followed;
import de.mobilermarktplatz.tablet.machine.feed.Staging;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * What the tablet's machine expects of its disk, of the real one and of the simulated one alike.
 */
public abstract class DiskContract {
    protected static final Bytes START = Bytes.of(new byte[32]);
    private static final Instant WALL = Instant.parse("2026-11-23T09:00:00Z");
    private static final ProductId POTATOES = new ProductId(new UUID(1, 1));
    private static final Write.Drafts BASKET =
            new Write.Drafts(
                    List.of(new DraftLine.Goods(POTATOES, 2), new DraftLine.BottlesBack("1", 3)),
                    WALL);

    /** The disk of this test; empty at the first call. */
    protected abstract Disk disk();

    /** The same medium after the process died. */
    protected abstract Disk afterACrash();

    /** What came down, as the disk of this test holds it. */
    protected abstract FeedMemory feed();

    @Test
    void whatCameDownIsThereAfterACrashWithItsCursors() {
        var whole = new Followed(3, 7, Map.of("a", value(1), "b", value(2)));
        var other = new Followed(3, 1, Map.of("x", value(9)));
        commit(followed(Map.of("tour", whole, "gone", other), List.of(), Set.of()));
        var changed = new HashMap<String, Bytes>();
        changed.put("a", null);
        changed.put("c", value(5));
        var move = new FeedWrite.Move("tour", 3, 9, changed);
        commit(followed(Map.of(), List.of(move), Set.of("gone")));
        var now = new Followed(3, 9, Map.of("b", value(2), "c", value(5)));
        afterACrash();
        assertThat(feed()).isEqualTo(new FeedMemory(3, Map.of("tour", now), null, Set.of()));
        commit(followed(Map.of("tour", other), List.of(), Set.of()));
        afterACrash();
        assertThat(feed().streams()).isEqualTo(Map.of("tour", other));
    }

    @Test
    void aSnapshotUnderWayGoesOnAfterACrashUntilItIsOver() {
        var chunk = value(8);
        var name = Snapshot.nameOf(chunk);
        var manifest = new SnapshotManifest(1, 2, WALL, List.of(), List.of(name, START));
        commit(
                Write.NOTHING.withFeed(
                        new FeedWrite(Map.of(), List.of(), Set.of(), manifest, null, false)));
        commit(
                Write.NOTHING.withFeed(
                        new FeedWrite(Map.of(), List.of(), Set.of(), null, chunk, false)));
        afterACrash();
        assertThat(feed().staging()).isEqualTo(new Staging(manifest, Map.of(name, chunk)));
        commit(
                Write.NOTHING.withFeed(
                        new FeedWrite(Map.of(), List.of(), Set.of(), null, null, true)));
        afterACrash();
        assertThat(feed().staging()).isNull();
    }

    private static Write followed(
            Map<String, Followed> replaced, List<FeedWrite.Move> moved, Set<String> forgotten) {
        return Write.NOTHING.withFeed(new FeedWrite(replaced, moved, forgotten, null, null, false));
    }

    private static Bytes value(int of) {
        return Bytes.of(new byte[] {(byte) of});
    }

    @Test
    void anEmptyDiskBeginsWhereTheChainBegins() {
        assertThat(disk().held(START))
                .isEqualTo(
                        new Held(
                                new Head(0, START),
                                new Head(0, START),
                                Instant.EPOCH,
                                TabletState.EMPTY,
                                null,
                                null,
                                Uplink.NEW,
                                List.of()));
        assertThat(disk().entries(1, 1000)).isEmpty();
        assertThat(disk().hashAfter(0)).isEmpty();
        assertThat(disk().hashAfter(1)).isEmpty();
    }

    @Test
    void whatWasCommittedIsThereAfterACrashWithAllThatBelongsToIt() {
        var changes =
                List.<Change>of(
                        new Change.StockMoved(POTATOES, -4),
                        new Change.Became(Counter.RECEIPTS, 1),
                        new Change.Added(Counter.CASH, 250));
        var text = new Printout(2, 1L, "000001", "Bon 1");
        var tour = Bytes.of(new byte[] {1, 2, 3});
        var uplink = new Uplink(1, 1, 3, Bytes.of(new byte[] {9}), Duration.ofMillis(-7));
        commit(Write.NOTHING.with(List.of(row(1, List.of())), List.of()));
        commit(
                Write.NOTHING
                        .with(List.of(row(2, changes)), List.of(text))
                        .withTour(tour)
                        .withUplink(uplink)
                        .withDrafts(BASKET));
        assertThat(afterACrash().held(START))
                .isEqualTo(
                        new Held(
                                new Head(0, START),
                                new Head(2, hash(2)),
                                WALL.plusSeconds(2),
                                TabletState.EMPTY.after(changes).withBasket(BASKET.lines()),
                                WALL,
                                tour,
                                uplink,
                                List.of(text)));
        assertThat(disk().entryOfReceipt(1)).contains(stored(2));
        assertThat(disk().entryOfReceipt(2)).isEmpty();
    }

    @Test
    void aCrashBeforeTheCommitLeavesNothingOfIt() {
        commit(rows(1));
        var before = disk().held(START);
        assertThatThrownBy(
                        () ->
                                disk().commit(
                                                rows(2).withDrafts(BASKET),
                                                () -> {
                                                    throw new IllegalStateException("power cut");
                                                }))
                .isInstanceOf(RuntimeException.class);
        assertThat(afterACrash().held(START)).isEqualTo(before);
        assertThat(disk().entries(2, 1000)).isEmpty();
    }

    @Test
    void aWriteThatCannotBeEndsAllWritingAndNothingOfItIsVisible() {
        commit(rows(1, 2));
        var before = disk().held(START);
        var twice = rows(3, 2).withDrafts(BASKET).withTour(Bytes.of(new byte[5]));
        assertThatThrownBy(() -> disk().commit(twice, () -> {})).isInstanceOf(StoreFailed.class);
        assertThat(disk().broken()).isTrue();
        assertThatThrownBy(() -> disk().commit(rows(3), () -> {})).isInstanceOf(StoreFailed.class);
        assertThat(disk().held(START)).isEqualTo(before);
        assertThat(disk().entries(1, 1000)).containsExactly(stored(1), stored(2));
        assertThat(afterACrash().held(START)).isEqualTo(before);
        assertThat(disk().broken()).isFalse();
    }

    @Test
    void readingGivesAtLeastOneEntryAndOtherwiseStaysWithinItsBytes() {
        commit(rows(1, 2, 3, 4));
        int one = stored(1).entry().length();
        assertThat(disk().entries(2, 1)).containsExactly(stored(2));
        assertThat(disk().entries(2, 2 * one)).containsExactly(stored(2), stored(3));
        assertThat(disk().entries(2, 100 * one)).hasSize(3);
        assertThat(disk().entries(5, 100 * one)).isEmpty();
        assertThat(disk().hashAfter(3)).contains(hash(3));
        assertThat(disk().hashAfter(5)).isEmpty();
    }

    @Test
    void aTextThatCameOutIsNotPrintedAgain() {
        var one = new Printout(1, 1L, "000001", "Bon 1");
        var closing = new Printout(2, null, "Z0001", "Z 1");
        commit(Write.NOTHING.with(List.of(row(1, List.of())), List.of(one)));
        commit(
                Write.NOTHING
                        .with(List.of(row(2, List.of())), List.of(closing))
                        .withPrinted(List.of(1L)));
        assertThat(afterACrash().held(START).unprinted()).containsExactly(closing);
        commit(Write.NOTHING.withPrinted(List.of(2L)));
        assertThat(afterACrash().held(START).unprinted()).isEmpty();
    }

    @Test
    void aClearedBasketIsGoneAndABasketThatGrowsKeepsItsBeginning() {
        commit(Write.NOTHING.withDrafts(BASKET));
        commit(
                Write.NOTHING.withDrafts(
                        new Write.Drafts(BASKET.lines().subList(0, 1), WALL.plusSeconds(60))));
        assertThat(afterACrash().held(START).basketOpened()).isEqualTo(WALL);
        assertThat(disk().held(START).state().basket()).hasSize(3);
        commit(Write.NOTHING.with(List.of(row(1, List.of(new Change.BasketCleared()))), List.of()));
        assertThat(afterACrash().held(START).basketOpened()).isNull();
        assertThat(disk().held(START).state()).isEqualTo(TabletState.EMPTY);
    }

    @Test
    void whatIsForgottenLeavesItsHashAndTheRestStays() {
        var text = new Printout(2, 7L, "000007", "Bon 7");
        commit(rows(1));
        commit(Write.NOTHING.with(List.of(row(2, List.of())), List.of(text)));
        commit(rows(3, 4).withPrinted(List.of(2L)));
        commit(Write.NOTHING.withBase(new Head(2, hash(2))));
        var held = afterACrash().held(START);
        assertThat(held.base()).isEqualTo(new Head(2, hash(2)));
        assertThat(held.head()).isEqualTo(new Head(4, hash(4)));
        assertThat(disk().hashAfter(2)).contains(hash(2));
        assertThat(disk().hashAfter(1)).isEmpty();
        assertThat(disk().entries(3, 1)).containsExactly(stored(3));
        assertThat(disk().entryOfReceipt(7)).isEmpty();
        commit(rows(5));
        assertThat(afterACrash().held(START).head().seq()).isEqualTo(5);
    }

    private void commit(Write write) {
        disk().commit(write, () -> {});
    }

    private static Write rows(long... seqs) {
        var rows = new ArrayList<Write.Row>();
        for (var seq : seqs) {
            rows.add(row(seq, List.of()));
        }
        return Write.NOTHING.with(rows, List.of());
    }

    private static Write.Row row(long seq, List<Change> changes) {
        return new Write.Row(op(seq), stored(seq), changes);
    }

    private static OpId op(long seq) {
        return new OpId(new UUID(5, seq));
    }

    private static StoredEntry stored(long seq) {
        var entry =
                JournalEntry.of(
                        seq,
                        op(seq),
                        1,
                        WALL.plusSeconds(seq),
                        seq,
                        new BootId(new UUID(6, 6)),
                        0,
                        new DeviceEvent(DeviceEventKind.STARTED, 1, null));
        return new StoredEntry(
                seq, Bytes.of(EntryCodec.encode(entry)), hash(seq), Bytes.of(new byte[64]));
    }

    private static Bytes hash(long seq) {
        var hash = new byte[32];
        hash[31] = (byte) seq;
        return Bytes.of(hash);
    }
}
