package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.TenderKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.OrderProgress;
import de.mobilermarktplatz.tablet.core.TabletState;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads the projections back at the start, so that a day with 1,000 sales is not folded again. */
final class StateLoader {
    private interface Row {
        void take(ResultSet row) throws SQLException;
    }

    private StateLoader() {}

    static TabletState load(Connection c) throws SQLException {
        var stock = new HashMap<ProductId, Long>();
        each(c, "SELECT * FROM stock", r -> stock.put(new ProductId(id(r)), r.getLong(2)));
        var orders = new HashMap<OrderId, OrderProgress>();
        each(
                c,
                "SELECT * FROM order_state",
                r -> orders.put(new OrderId(id(r)), OrderProgress.valueOf(r.getString(2))));
        var crates = new HashSet<CrateId>();
        each(c, "SELECT * FROM crate_aboard", r -> crates.add(new CrateId(id(r))));
        var voided = new HashSet<OpId>();
        each(c, "SELECT * FROM voided", r -> voided.add(new OpId(id(r))));
        var counters = new HashMap<Counter, Long>();
        each(
                c,
                "SELECT * FROM counter",
                r -> counters.put(Counter.valueOf(r.getString(1)), r.getLong(2)));
        var taxes = new HashMap<VatKey, TaxTotal>();
        each(
                c,
                "SELECT * FROM period_tax",
                r -> {
                    var key = VatKey.ofCode(r.getInt(1));
                    var gross = Money.cents(r.getLong(2));
                    taxes.put(key, new TaxTotal(key, gross, Money.cents(r.getLong(3))));
                });
        var payments = new HashMap<TenderKind, Money>();
        each(
                c,
                "SELECT * FROM period_payment",
                r -> payments.put(TenderKind.valueOf(r.getString(1)), Money.cents(r.getLong(2))));
        return new TabletState(
                stock,
                orders,
                crates,
                voided,
                counters,
                taxes,
                payments,
                basket(c),
                asked(c),
                onAccount(c));
    }

    private static Map<PaymentId, TabletState.OnAccount> onAccount(Connection c)
            throws SQLException {
        var sold = new HashMap<PaymentId, TabletState.OnAccount>();
        each(
                c,
                "SELECT payment_id, order_id, cents FROM on_account",
                r ->
                        sold.put(
                                new PaymentId(id(r)),
                                new TabletState.OnAccount(
                                        new OrderId(Blobs.uuid(r.getBytes(2))),
                                        Money.cents(r.getLong(3)))));
        return sold;
    }

    private static TabletState.Asked asked(Connection c) throws SQLException {
        var verdicts = new HashMap<FactId, Verdict>();
        each(
                c,
                "SELECT * FROM request_answered",
                r -> verdicts.put(new FactId(id(r)), Verdict.valueOf(r.getString(2))));
        var agreed = new HashMap<OrderId, Map<Integer, Long>>();
        each(
                c,
                "SELECT * FROM line_agreed",
                r ->
                        agreed.computeIfAbsent(new OrderId(id(r)), _ -> new HashMap<>())
                                .put(r.getInt(2), r.getLong(3)));
        var given = new HashMap<ProductId, Long>();
        each(c, "SELECT * FROM stock_given", r -> given.put(new ProductId(id(r)), r.getLong(2)));
        return new TabletState.Asked(verdicts, agreed, given);
    }

    private static List<DraftLine> basket(Connection c) throws SQLException {
        var lines = new ArrayList<DraftLine>();
        each(
                c,
                "SELECT product_id, deposit_kind, amount FROM draft_line ORDER BY position",
                row -> {
                    var kind = row.getString(2);
                    lines.add(
                            kind == null
                                    ? new DraftLine.Goods(new ProductId(id(row)), row.getLong(3))
                                    : new DraftLine.BottlesBack(kind, row.getLong(3)));
                });
        return lines;
    }

    private static UUID id(ResultSet row) throws SQLException {
        return Blobs.uuid(row.getBytes(1));
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
