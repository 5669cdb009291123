package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.lock.PinMemory;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the tablet remembers. Each method is one transaction that is on the disk when it returns; a
 * write that fails throws {@link StoreFailed} and every later write does too.
 */
public final class TabletStore implements AutoCloseable {
    private final Database database;

    private TabletStore(Database database) {
        this.database = database;
    }

    /**
     * @param folder exists; the file in it is made when missing
     */
    public static TabletStore open(Path folder) {
        return new TabletStore(Database.open(folder.resolve("tablet.db")));
    }

    /** Whether an earlier write failed, so that nothing may be sold any more. */
    public boolean broken() {
        return database.broken();
    }

    /**
     * Journal rows, projections, receipt numbers and texts, all or nothing.
     *
     * @param beforeCommit last thing that happens before the commit; for fail points
     */
    public void append(Commit commit, Runnable beforeCommit) {
        var _ =
                database.write(
                        "the entry",
                        c -> {
                            JournalTable.append(c, commit);
                            return commit;
                        },
                        beforeCommit);
    }

    public TabletState state() {
        return database.read(StateLoader::load);
    }

    /**
     * @param start head hash of a journal without entries
     */
    public Head head(Bytes start) {
        return database.read(JournalTable::last)
                .map(last -> new Head(last.seq(), last.hash()))
                .orElse(new Head(0, start));
    }

    public Optional<StoredEntry> entry(long seq) {
        return database.read(c -> JournalTable.at(c, seq));
    }

    public Optional<StoredEntry> entryOfReceipt(long number) {
        return database.read(c -> JournalTable.ofReceipt(c, number));
    }

    /**
     * Entries from {@code seq} on in order: at least one if there is any, more while their bytes
     * stay within the limit.
     */
    public List<StoredEntry> entries(long seq, int limitBytes) {
        return database.read(c -> JournalTable.from(c, seq, limitBytes));
    }

    /** Texts that were committed but perhaps never came out of the printer. */
    public List<Printout> unprinted() {
        return database.read(JournalTable::unprinted);
    }

    /** Notes that texts came out of the printer; usually the next commit does so in passing. */
    public void printed(List<Long> seqs) {
        database.write("that receipts were printed", c -> JournalTable.printed(c, seqs));
    }

    public void addToBasket(List<DraftLine> lines, Instant now) {
        database.write(
                "the basket",
                c -> {
                    for (var line : lines) {
                        BasketTable.add(c, line, now);
                    }
                });
    }

    /** When the first line of the open basket was scanned. */
    public Optional<Instant> basketOpened() {
        return database.read(BasketTable::opened);
    }

    /** The journal of this installation; minted by {@code fresh} at the first call and kept. */
    public JournalId journalId(Supplier<JournalId> fresh) {
        return database.write("the journal's id", c -> Settings.journalId(c, fresh), () -> {});
    }

    public Optional<Enrolled> enrolled() {
        return database.read(Settings::enrolled);
    }

    public void enrol(Enrolled enrolled) {
        database.write("the enrolment", c -> Settings.enrol(c, enrolled));
    }

    public PinMemory pin() {
        return new PinTable(database);
    }

    public Optional<Bytes> tourSnapshot() {
        return database.read(Settings::tour);
    }

    public Uplink uplink() {
        return database.read(Settings::uplink);
    }

    public void uplink(Uplink uplink) {
        database.write("what the server has", c -> Settings.uplink(c, uplink));
    }

    /**
     * The new tour, as a whole, together with the entry that says so.
     *
     * @param snapshot CBOR as the server sent it
     */
    public void takeTour(Bytes snapshot, Commit commit) {
        database.write(
                "the tour",
                c -> {
                    Settings.tour(c, snapshot);
                    JournalTable.append(c, commit);
                });
    }

    @Override
    public void close() {
        database.close();
    }
}
