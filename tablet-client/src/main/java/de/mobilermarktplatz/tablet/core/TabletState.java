package de.mobilermarktplatz.tablet.core;

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
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What happened on board so far, folded from the journal.
 *
 * @param stock pieces or grams aboard; may be negative, because goods in the hand are always sold
 * @param taxes turnover of the open period by VAT key
 * @param payments what was paid in the open period, net of change
 * @param asked what the office asked for and the van answered
 * @param onAccount receipts of this tablet that a customer's saved card pays later
 */
public record TabletState(
        Map<ProductId, Long> stock,
        Map<OrderId, OrderProgress> orders,
        Set<CrateId> crates,
        Set<OpId> voided,
        Map<Counter, Long> counters,
        Map<VatKey, TaxTotal> taxes,
        Map<TenderKind, Money> payments,
        List<DraftLine> basket,
        Asked asked,
        Map<PaymentId, OnAccount> onAccount) {
    public static final TabletState EMPTY =
            new TabletState(
                    Map.of(),
                    Map.of(),
                    Set.of(),
                    Set.of(),
                    Map.of(),
                    Map.of(),
                    Map.of(),
                    List.of(),
                    Asked.NOTHING,
                    Map.of());

    /**
     * A receipt to be charged later.
     *
     * @param order whose customer's card
     */
    public record OnAccount(OrderId order, Money amount) {}

    /**
     * What became of wishes of the office.
     *
     * @param verdicts every answer given
     * @param agreed amounts in pieces or grams by order and line, where they differ from the tour's
     * @param given pieces or grams aboard that now the web sells
     */
    public record Asked(
            Map<FactId, Verdict> verdicts,
            Map<OrderId, Map<Integer, Long>> agreed,
            Map<ProductId, Long> given) {
        public static final Asked NOTHING = new Asked(Map.of(), Map.of(), Map.of());

        public Asked {
            verdicts = Map.copyOf(verdicts);
            agreed = Map.copyOf(agreed);
            given = Map.copyOf(given);
        }
    }

    public TabletState {
        stock = Map.copyOf(stock);
        orders = Map.copyOf(orders);
        crates = Set.copyOf(crates);
        voided = Set.copyOf(voided);
        counters = Map.copyOf(counters);
        taxes = Map.copyOf(taxes);
        payments = Map.copyOf(payments);
        basket = List.copyOf(basket);
        onAccount = Map.copyOf(onAccount);
    }

    public long count(Counter counter) {
        return counters.getOrDefault(counter, 0L);
    }

    public long aboard(ProductId product) {
        return stock.getOrDefault(product, 0L);
    }

    public TabletState withBasket(List<DraftLine> lines) {
        return new TabletState(
                stock, orders, crates, voided, counters, taxes, payments, lines, asked, onAccount);
    }

    /** The state after these changes, in their order. */
    public TabletState after(List<Change> changes) {
        var next = new Building(this);
        changes.forEach(next::take);
        return next.done();
    }

    /** Copies once per list of changes, not once per change. */
    private static final class Building {
        private final Map<ProductId, Long> stock;
        private final Map<OrderId, OrderProgress> orders;
        private final Set<CrateId> crates;
        private final Set<OpId> voided;
        private final Map<Counter, Long> counters;
        private final Map<VatKey, TaxTotal> taxes;
        private final Map<TenderKind, Money> payments;
        private final Map<FactId, Verdict> verdicts;
        private final Map<OrderId, Map<Integer, Long>> agreed;
        private final Map<ProductId, Long> given;
        private final Map<PaymentId, OnAccount> onAccount;
        private List<DraftLine> basket;

        Building(TabletState from) {
            stock = new HashMap<>(from.stock);
            orders = new HashMap<>(from.orders);
            crates = new HashSet<>(from.crates);
            voided = new HashSet<>(from.voided);
            counters = new EnumMap<>(Counter.class);
            counters.putAll(from.counters);
            taxes = new EnumMap<>(VatKey.class);
            taxes.putAll(from.taxes);
            payments = new EnumMap<>(TenderKind.class);
            payments.putAll(from.payments);
            verdicts = new HashMap<>(from.asked.verdicts());
            agreed = new HashMap<>(from.asked.agreed());
            given = new HashMap<>(from.asked.given());
            onAccount = new HashMap<>(from.onAccount);
            basket = from.basket;
        }

        void take(Change change) {
            switch (change) {
                case Change.StockMoved moved ->
                        stock.merge(moved.product(), moved.delta(), Math::addExact);
                case Change.OrderMoved moved -> orders.put(moved.order(), moved.progress());
                case Change.CrateBoarded boarded -> crates.add(boarded.crate());
                case Change.Unloaded _ -> {
                    stock.clear();
                    given.clear();
                    crates.clear();
                    counters.remove(Counter.LOOSE_LOADED);
                }
                case Change.SaleVoided sale -> voided.add(sale.sale());
                case Change.Added added ->
                        counters.merge(added.counter(), added.delta(), Math::addExact);
                case Change.TaxBooked booked ->
                        taxes.merge(booked.tax().key(), booked.tax(), Building::sum);
                case Change.TenderBooked booked ->
                        payments.merge(
                                booked.tender().kind(), booked.tender().amount(), Money::plus);
                case Change.Became became -> counters.put(became.counter(), became.value());
                case Change.PeriodEnded _ -> {
                    counters.keySet().removeIf(Counter::ofPeriod);
                    taxes.clear();
                    payments.clear();
                }
                case Change.PutOnAccount put ->
                        onAccount.putIfAbsent(
                                put.payment(), new OnAccount(put.order(), put.amount()));
                case Change.TakenOffAccount taken -> onAccount.remove(taken.payment());
                case Change.BasketCleared _ -> basket = List.of();
                case Change.LineAgreed line ->
                        agreed.merge(
                                line.order(), Map.of(line.line(), line.amount()), Building::both);
                case Change.RequestAnswered answered ->
                        verdicts.put(answered.request(), answered.verdict());
                case Change.StockGiven away ->
                        given.merge(away.product(), away.amount(), Math::addExact);
            }
        }

        private static Map<Integer, Long> both(Map<Integer, Long> old, Map<Integer, Long> later) {
            var lines = new HashMap<>(old);
            lines.putAll(later);
            return Map.copyOf(lines);
        }

        private static TaxTotal sum(TaxTotal one, TaxTotal other) {
            return new TaxTotal(
                    one.key(), one.gross().plus(other.gross()), one.vat().plus(other.vat()));
        }

        TabletState done() {
            return new TabletState(
                    stock,
                    orders,
                    crates,
                    voided,
                    counters,
                    taxes,
                    payments,
                    basket,
                    new Asked(verdicts, agreed, given),
                    onAccount);
        }
    }
}
