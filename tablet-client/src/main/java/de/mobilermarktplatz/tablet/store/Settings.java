package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.machine.Uplink;
import java.net.URI;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** SQL of the tables with one row: replaced as a whole. */
final class Settings {
    interface Reading<T> {
        T of(ResultSet row) throws SQLException;
    }

    private Settings() {}

    static JournalId journalId(Connection c, Supplier<JournalId> fresh) throws SQLException {
        var kept =
                one(
                        c,
                        "SELECT journal_id FROM identity",
                        row -> new JournalId(Blobs.uuid(row.getBytes(1))));
        if (kept.isPresent()) {
            return kept.get();
        }
        var minted = fresh.get();
        Projections.run(c, "INSERT INTO identity VALUES (0, ?)", Blobs.of(minted.value()));
        return minted;
    }

    static Optional<Enrolled> enrolled(Connection c) throws SQLException {
        return one(
                c,
                "SELECT server, reply FROM enrolment",
                row -> new Enrolled(URI.create(row.getString(1)), Bytes.of(row.getBytes(2))));
    }

    static void enrol(Connection c, Enrolled enrolled) throws SQLException {
        Projections.run(
                c,
                "INSERT OR REPLACE INTO enrolment VALUES (0, ?, ?)",
                enrolled.server().toString(),
                enrolled.reply().toArray());
    }

    static Optional<Bytes> tour(Connection c) throws SQLException {
        return one(c, "SELECT snapshot FROM tour", row -> Bytes.of(row.getBytes(1)));
    }

    static void tour(Connection c, Bytes snapshot) throws SQLException {
        Projections.run(c, "INSERT OR REPLACE INTO tour VALUES (0, ?)", snapshot.toArray());
    }

    static Uplink uplink(Connection c) throws SQLException {
        return one(
                        c,
                        "SELECT acked, durable, epoch, last_ack, clock_lag_ms, kept FROM uplink",
                        Settings::uplink)
                .orElse(Uplink.NEW);
    }

    private static Uplink uplink(ResultSet row) throws SQLException {
        var lastAck = row.getBytes(4);
        return new Uplink(
                row.getLong(1),
                row.getLong(2),
                row.getLong(3),
                lastAck == null ? null : Bytes.of(lastAck),
                Duration.ofMillis(row.getLong(5)),
                row.getLong(6));
    }

    static void uplink(Connection c, Uplink uplink) throws SQLException {
        try (var replace =
                c.prepareStatement("INSERT OR REPLACE INTO uplink VALUES (0, ?, ?, ?, ?, ?, ?)")) {
            replace.setLong(1, uplink.acked());
            replace.setLong(2, uplink.durable());
            replace.setLong(3, uplink.epoch());
            replace.setBytes(4, uplink.lastAck() == null ? null : uplink.lastAck().toArray());
            replace.setLong(5, uplink.clockLag().toMillis());
            replace.setLong(6, uplink.kept());
            replace.executeUpdate();
        }
    }

    static <T> Optional<T> one(Connection c, String sql, Reading<T> reading) throws SQLException {
        try (var statement = c.createStatement();
                var rows = statement.executeQuery(sql)) {
            return rows.next() ? Optional.of(reading.of(rows)) : Optional.empty();
        }
    }
}
