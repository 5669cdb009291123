package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.Counter;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes changes into their tables, inside the transaction of the entry they come from. */
final class Projections {
    private Projections() {}

    static void apply(Connection connection, long seq, List<Change> changes) throws SQLException {
        for (var change : changes) {
            apply(connection, seq, change);
        }
    }

    private static void apply(Connection c, long seq, Change change) throws SQLException {
        switch (change) {
            case Change.StockMoved moved ->
                    run(
                            c,
                            "INSERT INTO stock VALUES (?, ?) ON CONFLICT (product_id)"
                                    + " DO UPDATE SET amount = amount + excluded.amount",
                            Blobs.of(moved.product().value()),
                            moved.delta());
            case Change.OrderMoved moved ->
                    run(
                            c,
                            "INSERT INTO order_state VALUES (?, ?, ?) ON CONFLICT (order_id)"
                                    + " DO UPDATE SET state = excluded.state, seq = excluded.seq",
                            Blobs.of(moved.order().value()),
                            moved.progress().name(),
                            seq);
            case Change.CrateBoarded boarded ->
                    run(
                            c,
                            "INSERT OR IGNORE INTO crate_aboard VALUES (?)",
                            Blobs.of(boarded.crate().value()));
            case Change.Unloaded _ -> {
                run(c, "DELETE FROM stock");
                run(c, "DELETE FROM stock_given");
                run(c, "DELETE FROM crate_aboard");
                run(c, "DELETE FROM counter WHERE name = ?", Counter.LOOSE_LOADED.name());
            }
            case Change.SaleVoided voided ->
                    run(c, "INSERT INTO voided VALUES (?)", Blobs.of(voided.sale().value()));
            case Change.Added added ->
                    run(
                            c,
                            "INSERT INTO counter VALUES (?, ?) ON CONFLICT (name)"
                                    + " DO UPDATE SET amount = amount + excluded.amount",
                            added.counter().name(),
                            added.delta());
            case Change.TaxBooked booked ->
                    run(
                            c,
                            "INSERT INTO period_tax VALUES (?, ?, ?) ON CONFLICT (vat_key)"
                                    + " DO UPDATE SET gross_cents = gross_cents + excluded.gross_cents,"
                                    + " vat_cents = vat_cents + excluded.vat_cents",
                            booked.tax().key().code(),
                            booked.tax().gross().cents(),
                            booked.tax().vat().cents());
            case Change.TenderBooked booked ->
                    run(
                            c,
                            "INSERT INTO period_payment VALUES (?, ?) ON CONFLICT (kind)"
                                    + " DO UPDATE SET cents = cents + excluded.cents",
                            booked.tender().kind().name(),
                            booked.tender().amount().cents());
            case Change.Became became ->
                    run(
                            c,
                            "INSERT OR REPLACE INTO counter VALUES (?, ?)",
                            became.counter().name(),
                            became.value());
            case Change.PeriodEnded _ -> {
                run(c, "DELETE FROM counter WHERE name IN (" + PERIOD_COUNTERS + ")");
                run(c, "DELETE FROM period_tax");
                run(c, "DELETE FROM period_payment");
            }
            case Change.BasketCleared _ -> run(c, "DELETE FROM draft_line");
            case Change.PutOnAccount put ->
                    run(
                            c,
                            "INSERT OR IGNORE INTO on_account VALUES (?, ?, ?)",
                            Blobs.of(put.payment().value()),
                            Blobs.of(put.order().value()),
                            put.amount().cents());
            case Change.TakenOffAccount taken ->
                    run(
                            c,
                            "DELETE FROM on_account WHERE payment_id = ?",
                            Blobs.of(taken.payment().value()));
            case Change.LineAgreed line ->
                    run(
                            c,
                            "INSERT OR REPLACE INTO line_agreed VALUES (?, ?, ?)",
                            Blobs.of(line.order().value()),
                            line.line(),
                            line.amount());
            case Change.RequestAnswered answered ->
                    run(
                            c,
                            "INSERT OR REPLACE INTO request_answered VALUES (?, ?)",
                            Blobs.of(answered.request().value()),
                            answered.verdict().name());
            case Change.StockGiven given ->
                    run(
                            c,
                            "INSERT INTO stock_given VALUES (?, ?) ON CONFLICT (product_id)"
                                    + " DO UPDATE SET amount = amount + excluded.amount",
                            Blobs.of(given.product().value()),
                            given.amount());
        }
    }

    private static final String PERIOD_COUNTERS =
            Stream.of(Counter.values())
                    .filter(Counter::ofPeriod)
                    .map(counter -> "'" + counter.name() + "'")
                    .collect(Collectors.joining(", "));

    static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
