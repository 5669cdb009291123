package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.simulation.mutants.Mutant;
import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Fault;
import de.mobilermarktplatz.simulation.world.Sometimes;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Held;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The tablet's medium in the simulator: a log of commits on sectors. What the program sees is the
 * fold over the commits that are whole; the same contract test runs on it and on SQLite.
 */
public final class SimDisk implements Disk {
    private final Dice dice;
    private final Beginning first;
    private final Predicate<Mutant> bugs;
    private final RecordLog log;
    private final List<Write> written = new ArrayList<>();
    private boolean broken;
    private boolean full;
    private boolean lost;
    private long durable;
    private boolean laidAside;

    private SimContent content;

    public SimDisk(Dice dice, Uplink first, Predicate<Mutant> bugs) {
        this(dice, Beginning.of(first), bugs, new SectorFile(dice, Dice.Stream.DISK));
    }

    private SimDisk(Dice dice, Beginning first, Predicate<Mutant> bugs, SectorFile file) {
        this.dice = dice;
        this.first = first;
        this.bugs = bugs;
        this.log = new RecordLog(file);
        this.content = new SimContent(first);
    }

    /** For a journal that goes on where this one cannot: what is aboard stays aboard. */
    public SimDisk anew(Uplink contact) {
        var file = new SectorFile(dice, Dice.Stream.DISK);
        var aboard = Beginning.after(contact, content.state, content.tour);
        return new SimDisk(dice, aboard, bugs, file);
    }

    /** The journal is at its end: it goes up, and takes no entry. */
    public void layAside() {
        laidAside = true;
    }

    /** What was aboard before the first entry. */
    public TabletState begunWith() {
        return first.state();
    }

    /** An image of this disk in another machine. */
    public SimDisk copied() {
        var copy = new SimDisk(dice, first, bugs, log.file().copy());
        copy.written.addAll(written);
        copy.reopen();
        return copy;
    }

    /** Power is gone. */
    public void powerCut() {
        log.file().crash();
    }

    /** The program starts again and reads what is there. */
    public void reopen() {
        broken = false;
        content = new SimContent(first);
        var found = log.recover(bugs.test(Mutant.CHECKSUM_IGNORED));
        var numbers = found.numbers();
        if (numbers.size() < written.size() && !lost) {
            dice.reached(Sometimes.COMMIT_LOST_IN_THE_CRASH);
        }
        lost = numbers.size() < written.size();
        if (found.tornTail() && bugs.test(Mutant.LAST_COMMIT_CUT_WITH_TORN_TAIL)) {
            numbers = numbers.subList(0, Math.max(0, numbers.size() - 1));
        }
        for (int i = 0; i < numbers.size(); i++) {
            var write = written.get((int) (long) numbers.get(i));
            boolean lags = i == numbers.size() - 1 && lags(write);
            var before = content.state;
            content.take(found.damaged().contains(numbers.get(i)) ? garbled(write) : write);
            content.state = lags ? before : content.state;
        }
        durable = lastSeq();
    }

    private boolean lags(Write write) {
        boolean edge =
                write.rows().size() > 1
                        && write.rows().getLast().entry().seq() % (Mutant.PAGE / 4) == 0
                        && bugs.test(Mutant.PROJECTIONS_LAG_AT_PAGE_EDGE);
        return edge || bugs.test(Mutant.PROJECTIONS_LAG);
    }

    /** What a reader makes of a torn record when it does not check it. */
    private static Write garbled(Write write) {
        var rows =
                write.rows().stream()
                        .map(
                                row ->
                                        new Write.Row(
                                                row.op(),
                                                new StoredEntry(
                                                        row.entry().seq(),
                                                        row.entry().entry(),
                                                        Bytes.of(new byte[32]),
                                                        row.entry().signature()),
                                                row.changes()))
                        .toList();
        return write.with(rows, write.printouts());
    }

    /** From now on nothing fits any more, until somebody makes room. */
    public void fill() {
        full = true;
    }

    public void makeRoom() {
        full = false;
    }

    @Override
    public void commit(Write write, Runnable beforeCommit) {
        if (laidAside && !write.rows().isEmpty()) {
            throw new IllegalStateException("A journal that was laid aside takes no entry.");
        }
        if (broken) {
            throw failed("the disk was given up");
        }
        if (full || dice.strikes(Fault.DISK_FULL)) {
            full = true;
            broken = true;
            throw failed("no space left on device");
        }
        if (write.rows().stream().anyMatch(row -> content.rows.containsKey(row.entry().seq()))) {
            broken = true;
            throw failed("the entry is there already");
        }
        beforeCommit.run();
        long number = written.size();
        written.add(write);
        log.append(number, bytes(write));
        dying();
        if (dice.strikes(Fault.FSYNC_FAILED_AND_LOST)) {
            broken = true;
            throw failed("input/output error");
        }
        log.file().sync();
        if (dice.strikes(Fault.FSYNC_FAILED_BUT_KEPT)) {
            broken = true;
            throw failed("input/output error");
        }
        content.take(write);
        durable = lastSeq();
        var uplink = write.uplink();
        if (uplink != null && bugs.test(Mutant.PRUNE_ON_ACK)) {
            content.forget(uplink.acked());
        }
    }

    /** Shows a commit although nobody knows whether it is there: only planted bugs do that. */
    public void believe(Write write) {
        broken = false;
        content.take(write);
    }

    /** Drops what the server did not take: only planted bugs do that. */
    public void drop(long acked) {
        content.rows.tailMap(acked, false).clear();
    }

    /** Last entry that the program sees, 0 for none. */
    public long lastSeq() {
        return content.rows.isEmpty() ? forgottenUpTo() : content.rows.lastKey();
    }

    /** Chain head after an entry that survives any crash, null when it does not. */
    public Bytes durableHash(long seq) {
        return seq <= durable ? hashAfter(seq).orElse(null) : null;
    }

    private void dying() {
        if (dice.strikes(Fault.POWER_CUT)) {
            throw new Died(true);
        }
    }

    private static StoreFailed failed(String why) {
        return new StoreFailed("the entry", new IOException(why));
    }

    /** Enough of a write to give it its true length and checksum. */
    private static byte[] bytes(Write write) {
        var out = new ByteArrayOutputStream(256);
        for (var row : write.rows()) {
            out.writeBytes(row.entry().entry().toArray());
            out.writeBytes(row.entry().hash().toArray());
            out.writeBytes(row.entry().signature().toArray());
        }
        var tour = write.tour();
        if (tour != null) {
            out.writeBytes(tour.toArray());
        }
        var feed = write.feed();
        if (feed != null) {
            out.writeBytes(new byte[200 * feed.replaced().size() + 80 * feed.moved().size()]);
        }
        out.writeBytes(new byte[16 + 16 * write.printed().size()]);
        return out.toByteArray();
    }

    @Override
    public Held held(Bytes start) {
        var base = content.base == null ? new Head(0, start) : content.base;
        var last = content.rows.lastEntry();
        var head = last == null ? base : new Head(last.getKey(), last.getValue().hash());
        if (laidAside) {
            return new Held(
                    base,
                    head,
                    content.latest(),
                    TabletState.EMPTY,
                    null,
                    null,
                    content.uplink,
                    List.of());
        }
        return new Held(
                base,
                head,
                content.latest(),
                content.state,
                content.state.basket().isEmpty() ? null : content.opened,
                content.tour,
                content.uplink,
                content.unprinted());
    }

    @Override
    public List<StoredEntry> entries(long seq, int limitBytes) {
        var entries = new ArrayList<StoredEntry>();
        int bytes = 0;
        for (var row : content.rows.tailMap(seq).values()) {
            bytes += row.entry().length();
            if (!entries.isEmpty() && bytes > limitBytes) {
                break;
            }
            entries.add(row);
        }
        return entries;
    }

    @Override
    public Optional<Bytes> hashAfter(long seq) {
        var row = content.rows.get(seq);
        if (row != null) {
            return Optional.of(row.hash());
        }
        return content.base != null && content.base.seq() == seq
                ? Optional.of(content.base.hash())
                : Optional.empty();
    }

    @Override
    public Optional<StoredEntry> entryOfReceipt(long number) {
        return Optional.ofNullable(content.receipts.get(number)).map(content.rows::get);
    }

    @Override
    public boolean broken() {
        return broken;
    }

    /** What came down. */
    public FeedMemory feed() {
        return content.feed();
    }

    /** Whether commits still fail for want of space. */
    public boolean isFull() {
        return full;
    }

    /** Every entry that is there, for those who look from outside. */
    public List<StoredEntry> everything() {
        return List.copyOf(content.rows.values());
    }

    public TabletState state() {
        return content.state;
    }

    public long forgottenUpTo() {
        return content.base == null ? 0 : content.base.seq();
    }
}
