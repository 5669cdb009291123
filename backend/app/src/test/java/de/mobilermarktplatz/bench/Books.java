package de.mobilermarktplatz.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.UUID;

/** What stands in the database in the end, whatever was answered. */
record Books(Connection owner, UUID region) {

    long orders() throws SQLException {
        return number("SELECT count(*) FROM orders WHERE region_id = ? AND ended_at IS NULL");
    }

    /** Orders that have not exactly three lines, or whose fact is missing from the outbox. */
    long halfOrders() throws SQLException {
        return number(
                """
                SELECT count(*) FROM orders o WHERE o.region_id = ? AND (
                    3 <> (SELECT count(*) FROM order_line l
                          WHERE l.region_id = o.region_id AND l.order_id = o.order_id)
                    OR NOT EXISTS (SELECT 1 FROM outbox x WHERE x.region_id = o.region_id
                          AND x.type = 'OrderPlaced' AND x.body ->> 'orderId' = o.order_id::text))
                """);
    }

    /** Offers whose stock does not say what the order lines say. */
    long wrongStock() throws SQLException {
        return number(
                """
                SELECT count(*) FROM offer o WHERE o.region_id = ? AND o.offered - o.free <>
                    (SELECT coalesce(sum(l.ordered), 0) FROM order_line l
                     WHERE l.region_id = o.region_id AND l.offer_id = o.offer_id)
                """);
    }

    long factsToTell() throws SQLException {
        return number("SELECT count(*) FROM outbox WHERE region_id = ? AND done_at IS NULL");
    }

    long factsTold() throws SQLException {
        return number("SELECT count(*) FROM outbox WHERE region_id = ? AND done_at IS NOT NULL");
    }

    private long number(String sql) throws SQLException {
        try (PreparedStatement statement = owner.prepareStatement(sql)) {
            statement.setObject(1, region);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        }
    }
}
