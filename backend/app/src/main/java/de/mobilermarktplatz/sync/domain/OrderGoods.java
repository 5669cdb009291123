package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which product stands on which line of an order; unknown orders have no lines. */
public record OrderGoods(Map<OrderId, Map<Integer, ProductId>> lines) {

    @Nullable ProductId product(OrderId order, int line) {
        return lines.getOrDefault(order, Map.of()).get(line);
    }

    List<Integer> lines(OrderId order, List<ProductId> products) {
        return lines.getOrDefault(order, Map.of()).entrySet().stream()
                .filter(line -> products.contains(line.getValue()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
