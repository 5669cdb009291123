package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.lock.PinMemory;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Held;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What the tablet remembers. Each method is one transaction that is on the disk when it returns; a
 * write that fails throws {@link StoreFailed} and every later write does too.
 */
public final class TabletStore implements Disk, AutoCloseable {
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

    @Override
    public boolean broken() {
        return database.broken();
    }

    @Override
    public void commit(Write write, Runnable beforeCommit) {
        var _ =
                database.write(
                        "the entry",
                        c -> {
                            all(c, write);
                            return write;
                        },
                        beforeCommit);
    }

    private static void all(Connection c, Write write) throws SQLException {
        JournalTable.append(c, write);
        var drafts = write.drafts();
        if (drafts != null) {
            for (var line : drafts.lines()) {
                BasketTable.add(c, line, drafts.at());
            }
        }
        var tour = write.tour();
        if (tour != null) {
            Settings.tour(c, tour);
        }
        var uplink = write.uplink();
        if (uplink != null) {
            Settings.uplink(c, uplink);
        }
        var feed = write.feed();
        if (feed != null) {
            FeedTables.apply(c, feed);
        }
        var base = write.base();
        if (base != null) {
            JournalTable.forget(c, base);
        }
    }

    @Override
    public Held held(Bytes start) {
        return database.read(c -> held(c, start));
    }

    private static Held held(Connection c, Bytes start) throws SQLException {
        var base = JournalTable.base(c).orElse(new Head(0, start));
        var last = JournalTable.last(c);
        var latest =
                last.map(row -> EntryCodec.decode(row.entry().toArray()))
                        .map(row -> row instanceof JournalEntry entry ? entry.wall() : null)
                        .orElse(Instant.EPOCH);
        return new Held(
                base,
                last.map(row -> new Head(row.seq(), row.hash())).orElse(base),
                latest,
                StateLoader.load(c),
                BasketTable.opened(c).orElse(null),
                Settings.tour(c).orElse(null),
                Settings.uplink(c),
                JournalTable.unprinted(c));
    }

    /**
     * Where the kept entries begin.
     *
     * @param start head hash of a journal without entries
     */
    public Head base(Bytes start) {
        return database.read(JournalTable::base).orElse(new Head(0, start));
    }

    public Optional<StoredEntry> entry(long seq) {
        return database.read(c -> JournalTable.at(c, seq));
    }

    @Override
    public Optional<Bytes> hashAfter(long seq) {
        return database.read(
                c -> {
                    var row = JournalTable.at(c, seq).map(StoredEntry::hash);
                    return row.isPresent()
                            ? row
                            : JournalTable.base(c)
                                    .filter(base -> base.seq() == seq)
                                    .map(Head::hash);
                });
    }

    @Override
    public Optional<StoredEntry> entryOfReceipt(long number) {
        return database.read(c -> JournalTable.ofReceipt(c, number));
    }

    @Override
    public List<StoredEntry> entries(long seq, int limitBytes) {
        return database.read(c -> JournalTable.from(c, seq, limitBytes));
    }

    /** What has come down so far. */
    public FeedMemory feed() {
        return database.read(FeedTables::load);
    }

    /** The journal of this installation; minted by {@code fresh} at the first call and kept. */
    public JournalId journalId(Supplier<JournalId> fresh) {
        return database.write("the journal's id", c -> Settings.journalId(c, fresh), () -> {});
    }

    /** The journal to ask for when this one cannot go on; the same until it is begun. */
    public JournalId nextJournal(Supplier<JournalId> fresh) {
        return database.write("the next journal's id", c -> OldTables.next(c, fresh), () -> {});
    }

    /**
     * Lays the present journal aside and begins the next, at once or not at all.
     *
     * @param first contact with the server
     * @param opening entry of the new journal, which names the old one
     */
    public void beginAnew(JournalId next, Enrolled enrolled, Uplink first, Write.Row opening) {
        database.write(
                "the new journal", c -> OldTables.beginAnew(c, next, enrolled, first, opening));
    }

    /** Journals that were laid aside and are not whole and safe with the server. */
    public List<OldJournal.Found> oldJournals() {
        return database.read(OldTables::all);
    }

    public OldJournal oldJournal(JournalId journal) {
        return new OldJournal(database, journal);
    }

    public Optional<Enrolled> enrolled() {
        return database.read(Settings::enrolled);
    }

    /**
     * @param first contact with the server
     */
    public void enrol(Enrolled enrolled, Uplink first) {
        database.write(
                "the enrolment",
                c -> {
                    Settings.enrol(c, enrolled);
                    Settings.uplink(c, first);
                });
    }

    public PinMemory pin() {
        return new PinTable(database);
    }

    @Override
    public void close() {
        database.close();
    }
}
