package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.machine.Disk;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Held;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A journal that was laid aside: it goes up and may be forgotten, but takes no new entry. */
public final class OldJournal implements Disk {
    /**
     * One that was laid aside.
     *
     * @param enrolled as it was then
     */
    public record Found(JournalId journal, Enrolled enrolled) {}

    private final Database database;
    private final byte[] id;

    OldJournal(Database database, JournalId journal) {
        this.database = database;
        this.id = Blobs.of(journal.value());
    }

    @Override
    public Held held(Bytes start) {
        return database.read(
                c -> {
                    var base = base(c).orElse(new Head(0, start));
                    var last = one(c, "ORDER BY seq DESC LIMIT 1", null);
                    return new Held(
                            base,
                            last.map(row -> new Head(row.seq(), row.hash())).orElse(base),
                            last.map(OldJournal::wall).orElse(Instant.EPOCH),
                            TabletState.EMPTY,
                            null,
                            null,
                            uplink(c),
                            List.of());
                });
    }

    private static Instant wall(StoredEntry row) {
        return EntryCodec.decode(row.entry().toArray()) instanceof JournalEntry entry
                ? entry.wall()
                : Instant.EPOCH;
    }

    @Override
    public void commit(Write write, Runnable beforeCommit) {
        if (!write.rows().isEmpty()) {
            throw new IllegalStateException("A journal that was laid aside takes no entry.");
        }
        var _ =
                database.write(
                        "the journal that was laid aside",
                        c -> {
                            change(c, write);
                            return write;
                        },
                        beforeCommit);
    }

    private void change(Connection c, Write write) throws SQLException {
        var uplink = write.uplink();
        if (uplink != null) {
            try (var update =
                    c.prepareStatement(
                            "UPDATE old_journal SET acked = ?, durable = ?, epoch = ?, last_ack = ?,"
                                    + " clock_lag_ms = ?, kept = ? WHERE journal_id = ?")) {
                update.setLong(1, uplink.acked());
                update.setLong(2, uplink.durable());
                update.setLong(3, uplink.epoch());
                update.setBytes(4, uplink.lastAck() == null ? null : uplink.lastAck().toArray());
                update.setLong(5, uplink.clockLag().toMillis());
                update.setLong(6, uplink.kept());
                update.setBytes(7, id);
                update.executeUpdate();
            }
        }
        var base = write.base();
        if (base != null) {
            Projections.run(
                    c,
                    "UPDATE old_journal SET base_seq = ?, base_hash = ? WHERE journal_id = ?",
                    base.seq(),
                    base.hash().toArray(),
                    id);
            Projections.run(
                    c, "DELETE FROM old_entry WHERE journal_id = ? AND seq <= ?", id, base.seq());
        }
    }

    @Override
    public List<StoredEntry> entries(long seq, int limitBytes) {
        return database.read(
                c -> {
                    try (var select = select(c, "AND seq >= ? ORDER BY seq", seq);
                            var rows = select.executeQuery()) {
                        var entries = new ArrayList<StoredEntry>();
                        int bytes = 0;
                        while (rows.next()) {
                            var entry = read(rows);
                            bytes += entry.entry().length();
                            if (!entries.isEmpty() && bytes > limitBytes) {
                                break;
                            }
                            entries.add(entry);
                        }
                        return List.copyOf(entries);
                    }
                });
    }

    @Override
    public Optional<Bytes> hashAfter(long seq) {
        return database.read(
                c -> {
                    var row = one(c, "AND seq = ?", seq).map(StoredEntry::hash);
                    return row.isPresent()
                            ? row
                            : base(c).filter(base -> base.seq() == seq).map(Head::hash);
                });
    }

    @Override
    public Optional<StoredEntry> entryOfReceipt(long number) {
        return Optional.empty();
    }

    @Override
    public boolean broken() {
        return database.broken();
    }

    private Optional<Head> base(Connection c) throws SQLException {
        try (var select =
                c.prepareStatement(
                        "SELECT base_seq, base_hash FROM old_journal WHERE journal_id = ? AND base_seq > 0")) {
            select.setBytes(1, id);
            try (var rows = select.executeQuery()) {
                return rows.next()
                        ? Optional.of(new Head(rows.getLong(1), Bytes.of(rows.getBytes(2))))
                        : Optional.empty();
            }
        }
    }

    private Uplink uplink(Connection c) throws SQLException {
        try (var select =
                c.prepareStatement(
                        "SELECT acked, durable, epoch, last_ack, clock_lag_ms, kept FROM old_journal"
                                + " WHERE journal_id = ?")) {
            select.setBytes(1, id);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    return Uplink.NEW;
                }
                var lastAck = rows.getBytes(4);
                return new Uplink(
                        rows.getLong(1),
                        rows.getLong(2),
                        rows.getLong(3),
                        lastAck == null ? null : Bytes.of(lastAck),
                        Duration.ofMillis(rows.getLong(5)),
                        rows.getLong(6));
            }
        }
    }

    private Optional<StoredEntry> one(Connection c, String which, @Nullable Long seq)
            throws SQLException {
        try (var select = select(c, which, seq);
                var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        }
    }

    private PreparedStatement select(Connection c, String which, @Nullable Long seq)
            throws SQLException {
        var select =
                c.prepareStatement(
                        "SELECT seq, entry, hash, signature FROM old_entry WHERE journal_id = ? "
                                + which);
        select.setBytes(1, id);
        if (seq != null) {
            select.setLong(2, seq);
        }
        return select;
    }

    private static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong(1),
                Bytes.of(row.getBytes(2)),
                Bytes.of(row.getBytes(3)),
                Bytes.of(row.getBytes(4)));
    }
}
