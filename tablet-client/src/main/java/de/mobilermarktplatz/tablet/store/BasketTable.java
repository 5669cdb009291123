package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.tablet.core.DraftLine;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** SQL of the open basket. */
final class BasketTable {
    private BasketTable() {}

    static void add(Connection c, DraftLine line, Instant now) throws SQLException {
        try (var insert =
                c.prepareStatement(
                        "INSERT INTO draft_line (product_id, deposit_kind, amount, added_ms)"
                                + " VALUES (?, ?, ?, ?)")) {
            switch (line) {
                case DraftLine.Goods goods -> insert.setBytes(1, Blobs.of(goods.product().value()));
                case DraftLine.BottlesBack bottles -> insert.setString(2, bottles.kind());
            }
            insert.setLong(3, line.amount());
            insert.setLong(4, now.toEpochMilli());
            insert.executeUpdate();
        }
    }

    static Optional<Instant> opened(Connection c) throws SQLException {
        try (var select = c.prepareStatement("SELECT min(added_ms) FROM draft_line");
                var rows = select.executeQuery()) {
            rows.next();
            long millis = rows.getLong(1);
            return rows.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
        }
    }
}
