package de.mobilermarktplatz.collection.domain;

import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.collection.Crate;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.touring.VanStock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Fills one crate per producer and cold class of a tour: the last stop's goods lowest, the free
 * sale on top.
 */
public final class CratePacking {

    private static final Set<LineState> TO_PACK =
            EnumSet.of(
                    LineState.REQUESTED,
                    LineState.CONFIRMED,
                    LineState.CUT,
                    LineState.SUBSTITUTED,
                    LineState.PACKED);

    /** Which crate something belongs into. */
    public record Key(ProducerId producer, ColdClass coldClass) {}

    private CratePacking() {}

    /** Whether a line still has to be brought. */
    public static boolean toPack(OrderLine line) {
        return TO_PACK.contains(line.state()) && line.current().quantity() > 0;
    }

    /**
     * Contents by crate, each in packing order.
     *
     * @param stops living orders of each call in driving order
     * @param products every product of the van stock
     */
    public static Map<Key, List<Crate.Item>> pack(
            List<List<Order>> stops, List<VanStock> vanStock, Map<ProductId, Product> products) {
        Map<Key, List<Crate.Item>> crates = new LinkedHashMap<>();
        for (List<Order> stop : stops.reversed()) {
            for (Order order : stop) {
                order.lines().stream()
                        .filter(CratePacking::toPack)
                        .forEach(
                                line ->
                                        add(
                                                crates,
                                                new Key(line.producer(), line.coldClass()),
                                                new Crate.Item(
                                                        order.id(),
                                                        line.product(),
                                                        line.current().quantity())));
            }
        }
        for (VanStock stock : vanStock) {
            Product product = products.get(stock.product());
            if (product == null) {
                throw new IllegalArgumentException(
                        "van stock names the unknown product %s. Maybe it is of another region?"
                                .formatted(stock.product()));
            }
            add(
                    crates,
                    new Key(product.producer(), product.article().coldClass()),
                    new Crate.Item(null, stock.product(), stock.amount()));
        }
        return crates;
    }

    private static void add(Map<Key, List<Crate.Item>> crates, Key key, Crate.Item item) {
        crates.computeIfAbsent(key, _ -> new ArrayList<>()).add(item);
    }

    /** Quantities that went into crates, by line number of one order. */
    public static Map<Integer, Long> packed(Order order) {
        Map<Integer, Long> quantities = new HashMap<>();
        order.lines().stream()
                .filter(CratePacking::toPack)
                .forEach(line -> quantities.put(line.number(), line.current().quantity()));
        return quantities;
    }
}
