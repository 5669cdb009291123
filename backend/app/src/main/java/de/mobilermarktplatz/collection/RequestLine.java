package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import org.jspecify.annotations.Nullable;

/**
 * One article of a request. Quantities are pieces or grams.
 *
 * @param number from 1
 * @param requested ordered by customers
 * @param vanQuantity on top of that for free sale from the van
 * @param confirmed what the producer brings, both together, at most {@link #total()}; null while
 *     unanswered
 */
public record RequestLine(
        int number,
        ProductId product,
        String articleNumber,
        String name,
        Unit unit,
        ColdClass coldClass,
        long requested,
        long vanQuantity,
        @Nullable Long confirmed) {

    /** What the producer is asked to bring. */
    public long total() {
        return Math.addExact(requested, vanQuantity);
    }

    /**
     * What is left for the orders when this much is brought: they are served before the free sale.
     */
    public long forOrders(long brought) {
        return Math.min(brought, requested);
    }

    /** What is left for free sale when this much is brought. */
    public long forVan(long brought) {
        return Math.max(0, brought - requested);
    }
}
