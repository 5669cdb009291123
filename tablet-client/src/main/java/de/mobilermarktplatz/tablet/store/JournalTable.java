package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.machine.Head;
import de.mobilermarktplatz.tablet.machine.Printout;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import de.mobilermarktplatz.tablet.machine.Write;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** SQL of the journal and the receipts. */
final class JournalTable {
    private static final String COLUMNS = "SELECT seq, entry, hash, signature FROM journal ";

    private JournalTable() {}

    static void append(Connection c, Write write) throws SQLException {
        for (var row : write.rows()) {
            var entry = row.entry();
            Projections.run(
                    c,
                    "INSERT INTO journal (seq, op_id, entry, hash, signature) VALUES (?, ?, ?, ?, ?)",
                    entry.seq(),
                    Blobs.of(row.op().value()),
                    entry.entry().toArray(),
                    entry.hash().toArray(),
                    entry.signature().toArray());
            Projections.apply(c, entry.seq(), row.changes());
        }
        for (var printout : write.printouts()) {
            append(c, printout);
        }
        printed(c, write.printed());
    }

    /** Forgets the entries up to there, with their texts; their last hash stays. */
    static void forget(Connection c, Head base) throws SQLException {
        Projections.run(
                c,
                "INSERT OR REPLACE INTO base (slot, seq, hash) VALUES (0, ?, ?)",
                base.seq(),
                base.hash().toArray());
        Projections.run(c, "DELETE FROM receipt WHERE seq <= ?", base.seq());
        Projections.run(c, "DELETE FROM journal WHERE seq <= ?", base.seq());
    }

    static Optional<Head> base(Connection c) throws SQLException {
        return Settings.one(
                c,
                "SELECT seq, hash FROM base",
                row -> new Head(row.getLong(1), Bytes.of(row.getBytes(2))));
    }

    private static void printed(Connection c, List<Long> seqs) throws SQLException {
        for (var seq : seqs) {
            Projections.run(c, "UPDATE receipt SET printed = 1 WHERE seq = ?", seq);
        }
    }

    private static void append(Connection c, Printout printout) throws SQLException {
        try (var insert =
                c.prepareStatement(
                        "INSERT INTO receipt (seq, number, name, text) VALUES (?, ?, ?, ?)")) {
            insert.setLong(1, printout.seq());
            insert.setObject(2, printout.number());
            insert.setString(3, printout.name());
            insert.setString(4, printout.text());
            insert.executeUpdate();
        }
    }

    static Optional<StoredEntry> last(Connection c) throws SQLException {
        return one(c.prepareStatement(COLUMNS + "ORDER BY seq DESC LIMIT 1"));
    }

    static Optional<StoredEntry> at(Connection c, long seq) throws SQLException {
        var select = c.prepareStatement(COLUMNS + "WHERE seq = ?");
        select.setLong(1, seq);
        return one(select);
    }

    static Optional<StoredEntry> ofReceipt(Connection c, long number) throws SQLException {
        var select =
                c.prepareStatement(
                        COLUMNS + "WHERE seq = (SELECT seq FROM receipt WHERE number = ?)");
        select.setLong(1, number);
        return one(select);
    }

    /** Entries in order, at least one if there is any, until their bytes reach the limit. */
    static List<StoredEntry> from(Connection c, long seq, int limitBytes) throws SQLException {
        try (var select = c.prepareStatement(COLUMNS + "WHERE seq >= ? ORDER BY seq")) {
            select.setLong(1, seq);
            try (var rows = select.executeQuery()) {
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
        }
    }

    static List<Printout> unprinted(Connection c) throws SQLException {
        try (var select =
                        c.prepareStatement(
                                "SELECT seq, number, name, text FROM receipt WHERE printed = 0"
                                        + " ORDER BY seq");
                var rows = select.executeQuery()) {
            var printouts = new ArrayList<Printout>();
            while (rows.next()) {
                long number = rows.getLong(2);
                // Asked at once: it speaks of the column that was read last.
                boolean numbered = !rows.wasNull();
                printouts.add(
                        new Printout(
                                rows.getLong(1),
                                numbered ? number : null,
                                rows.getString(3),
                                rows.getString(4)));
            }
            return List.copyOf(printouts);
        }
    }

    private static Optional<StoredEntry> one(PreparedStatement select) throws SQLException {
        try (select;
                var rows = select.executeQuery()) {
            return rows.next() ? Optional.of(read(rows)) : Optional.empty();
        }
    }

    private static StoredEntry read(ResultSet row) throws SQLException {
        return new StoredEntry(
                row.getLong(1),
                Bytes.of(row.getBytes(2)),
                Bytes.of(row.getBytes(3)),
                Bytes.of(row.getBytes(4)));
    }
}
