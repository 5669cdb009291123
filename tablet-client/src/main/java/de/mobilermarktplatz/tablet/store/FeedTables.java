package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.feed.Snapshot;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.machine.feed.FeedMemory;
import de.mobilermarktplatz.tablet.machine.feed.FeedWrite;
import de.mobilermarktplatz.tablet.machine.feed.Followed;
import de.mobilermarktplatz.tablet.machine.feed.Staging;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SQL of what comes down. */
final class FeedTables {
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private FeedTables() {}

    static void apply(Connection c, FeedWrite write) throws SQLException {
        for (var stream : write.forgotten()) {
            forget(c, stream);
        }
        for (var replaced : write.replaced().entrySet()) {
            replace(c, replaced.getKey(), replaced.getValue());
        }
        for (var move : write.moved()) {
            cursor(c, move.stream(), move.epoch(), move.seq());
            for (var item : move.changed().entrySet()) {
                item(c, move.stream(), item.getKey(), item.getValue());
            }
        }
        var staged = write.staged();
        if (staged != null || write.unstaged()) {
            Projections.run(c, "DELETE FROM feed_manifest");
            Projections.run(c, "DELETE FROM feed_chunk");
        }
        if (staged != null) {
            Projections.run(c, "INSERT INTO feed_manifest VALUES (0, ?)", staged.encode());
        }
        var chunk = write.chunk();
        if (chunk != null) {
            Projections.run(
                    c,
                    "INSERT OR REPLACE INTO feed_chunk VALUES (?, ?)",
                    Snapshot.nameOf(chunk).toArray(),
                    chunk.toArray());
        }
    }

    private static void forget(Connection c, String stream) throws SQLException {
        Projections.run(c, "DELETE FROM feed_item WHERE stream = ?", stream);
        Projections.run(c, "DELETE FROM feed_cursor WHERE stream = ?", stream);
    }

    private static void replace(Connection c, String stream, Followed by) throws SQLException {
        forget(c, stream);
        cursor(c, stream, by.epoch(), by.seq());
        for (var item : by.items().entrySet()) {
            item(c, stream, item.getKey(), item.getValue());
        }
    }

    private static void cursor(Connection c, String stream, long epoch, long seq)
            throws SQLException {
        Projections.run(
                c,
                "INSERT INTO feed_cursor VALUES (?, ?, ?) ON CONFLICT (stream)"
                        + " DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq",
                stream,
                epoch,
                seq);
    }

    private static void item(Connection c, String stream, String key, @Nullable Bytes value)
            throws SQLException {
        if (value == null) {
            Projections.run(c, "DELETE FROM feed_item WHERE stream = ? AND key = ?", stream, key);
        } else {
            Projections.run(
                    c,
                    "INSERT OR REPLACE INTO feed_item VALUES (?, ?, ?)",
                    stream,
                    key,
                    value.toArray());
        }
    }

    static FeedMemory load(Connection c) throws SQLException {
        var items = new HashMap<String, Map<String, Bytes>>();
        each(
                c,
                "SELECT stream, key, value FROM feed_item",
                row ->
                        items.computeIfAbsent(row.getString(1), stream -> new HashMap<>())
                                .put(row.getString(2), Bytes.of(row.getBytes(3))));
        var streams = new HashMap<String, Followed>();
        each(
                c,
                "SELECT stream, epoch, seq FROM feed_cursor",
                row -> {
                    var stream = row.getString(1);
                    streams.put(
                            stream,
                            new Followed(
                                    row.getLong(2),
                                    row.getLong(3),
                                    items.getOrDefault(stream, Map.of())));
                });
        long epoch = streams.values().stream().mapToLong(Followed::epoch).max().orElse(0);
        return new FeedMemory(epoch, streams, staging(c), Set.of());
    }

    private static @Nullable Staging staging(Connection c) throws SQLException {
        var chunks = new HashMap<Bytes, Bytes>();
        each(
                c,
                "SELECT name, body FROM feed_chunk",
                row -> chunks.put(Bytes.of(row.getBytes(1)), Bytes.of(row.getBytes(2))));
        try (var statement = c.createStatement();
                var rows = statement.executeQuery("SELECT manifest FROM feed_manifest")) {
            return rows.next()
                    ? new Staging(SnapshotManifest.decode(rows.getBytes(1)), chunks)
                    : null;
        }
    }

    private static void each(Connection c, String sql, Row row) throws SQLException {
        try (var statement = c.createStatement();
                var rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                row.take(rows);
            }
        }
    }
}
