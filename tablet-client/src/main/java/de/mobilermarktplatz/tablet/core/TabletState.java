package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
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
 */
public record TabletState(
        Map<ProductId, Long> stock,
        Map<OrderId, OrderProgress> orders,
        Set<CrateId> crates,
        Set<OpId> voided,
        Map<Counter, Long> counters,
        Map<VatKey, TaxTotal> taxes,
        Map<TenderKind, Money> payments,
        List<DraftLine> basket) {
    public static final TabletState EMPTY =
            new TabletState(
                    Map.of(), Map.of(), Set.of(), Set.of(), Map.of(), Map.of(), Map.of(),
                    List.of());

    public TabletState {
        stock = Map.copyOf(stock);
        orders = Map.copyOf(orders);
        crates = Set.copyOf(crates);
        voided = Set.copyOf(voided);
        counters = Map.copyOf(counters);
        taxes = Map.copyOf(taxes);
        payments = Map.copyOf(payments);
        basket = List.copyOf(basket);
    }

    public long count(Counter counter) {
        return counters.getOrDefault(counter, 0L);
    }

    public long aboard(ProductId product) {
        return stock.getOrDefault(product, 0L);
    }

    public TabletState withBasket(List<DraftLine> lines) {
        return new TabletState(stock, orders, crates, voided, counters, taxes, payments, lines);
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
                case Change.BasketCleared _ -> basket = List.of();
            }
        }

        private static TaxTotal sum(TaxTotal one, TaxTotal other) {
            return new TaxTotal(
                    one.key(), one.gross().plus(other.gross()), one.vat().plus(other.vat()));
        }

        TabletState done() {
            return new TabletState(
                    stock, orders, crates, voided, counters, taxes, payments, basket);
        }
    }
}
