package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.machine.Uplink;
import de.mobilermarktplatz.tablet.machine.Write;
import java.net.URI;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** SQL of the step from one journal to the next. */
final class OldTables {
    /** What belongs to the van and its day, not to the till. */
    private static final String OF_THE_TOUR =
            "('STANDING_AT', 'LEFT_VISIT', 'LEFT_TOUR', 'LOOSE_LOADED')";

    private OldTables() {}

    static JournalId next(Connection c, Supplier<JournalId> fresh) throws SQLException {
        var kept =
                Settings.one(
                        c,
                        "SELECT journal_id FROM next_identity",
                        row -> new JournalId(Blobs.uuid(row.getBytes(1))));
        if (kept.isPresent()) {
            return kept.get();
        }
        var minted = fresh.get();
        Projections.run(c, "INSERT INTO next_identity VALUES (0, ?)", Blobs.of(minted.value()));
        return minted;
    }

    /**
     * Lays the journal aside and begins the next. Goods, orders and the tour stay aboard; receipt
     * numbers, drawer and periods are a new till's.
     */
    static void beginAnew(
            Connection c, JournalId next, Enrolled enrolled, Uplink contact, Write.Row first)
            throws SQLException {
        Projections.run(
                c,
                "INSERT INTO old_journal SELECT i.journal_id, e.server, e.reply, coalesce(b.seq, 0),"
                        + " b.hash, u.acked, u.durable, u.epoch, u.last_ack, u.clock_lag_ms, u.kept"
                        + " FROM identity i JOIN enrolment e JOIN uplink u LEFT JOIN base b");
        Projections.run(
                c,
                "INSERT INTO old_entry SELECT i.journal_id, j.seq, j.entry, j.hash, j.signature"
                        + " FROM journal j JOIN identity i");
        // What is safe in its new place may go from the old one.
        Projections.run(
                c,
                "INSERT OR REPLACE INTO base SELECT 0, seq, hash FROM journal ORDER BY seq DESC LIMIT 1");
        for (var table :
                List.of(
                        "receipt",
                        "journal",
                        "base",
                        "voided",
                        "period_tax",
                        "period_payment",
                        "feed_chunk",
                        "feed_manifest",
                        "feed_item",
                        "feed_cursor",
                        "next_identity",
                        "identity")) {
            Projections.run(c, "DELETE FROM " + table);
        }
        Projections.run(c, "DELETE FROM counter WHERE name NOT IN " + OF_THE_TOUR);
        Projections.run(c, "INSERT INTO identity VALUES (0, ?)", Blobs.of(next.value()));
        Settings.enrol(c, enrolled);
        Settings.uplink(c, contact);
        JournalTable.append(c, Write.NOTHING.with(List.of(first), List.of()));
    }

    /** Those that are not whole and safe with the server. */
    static List<OldJournal.Found> all(Connection c) throws SQLException {
        var found = new ArrayList<OldJournal.Found>();
        try (var select =
                        c.prepareStatement(
                                "SELECT journal_id, server, reply FROM old_journal o WHERE o.durable <"
                                        + " (SELECT coalesce(max(seq), 0) FROM old_entry e WHERE e.journal_id = o.journal_id)");
                var rows = select.executeQuery()) {
            while (rows.next()) {
                found.add(
                        new OldJournal.Found(
                                new JournalId(Blobs.uuid(rows.getBytes(1))),
                                new Enrolled(
                                        URI.create(rows.getString(2)),
                                        Bytes.of(rows.getBytes(3)))));
            }
        }
        return List.copyOf(found);
    }
}
