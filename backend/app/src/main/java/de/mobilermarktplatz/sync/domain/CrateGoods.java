package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is in the crates; a crate that nobody packed here is empty. */
public record CrateGoods(Map<CrateId, List<Item>> contents) {

    /**
     * @param order null for goods for free sale
     * @param amount pieces or grams
     */
    public record Item(@Nullable OrderId order, ProductId product, long amount) {
        OrderId orderOfIt() {
            return Objects.requireNonNull(order);
        }
    }

    List<Item> of(CrateId crate) {
        return contents.getOrDefault(crate, List.of());
    }
}
