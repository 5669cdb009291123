package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.tablet.core.BasketView;
import de.mobilermarktplatz.tablet.core.Shelf;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What was sold since the program started: what sells often stands first, and the last basket can
 * be sold again. Only convenience; nothing is lost when it is forgotten.
 */
public final class SoldBefore {
    private final Map<ProductId, Long> receipts = new HashMap<>();
    private List<BasketView.Line> last = List.of();

    /** A basket was paid. */
    void sold(BasketView basket) {
        last = basket.lines();
        for (var line : last) {
            if (line.product() != null) {
                receipts.merge(line.product(), 1L, Math::addExact);
            }
        }
    }

    List<BasketView.Line> last() {
        return last;
    }

    /** Often sold first, then what is left to sell, then the rest; within these by name. */
    List<Shelf.Item> sorted(Shelf shelf) {
        return shelf.items().stream()
                .sorted(
                        Comparator.<Shelf.Item>comparingLong(
                                        item -> -receipts.getOrDefault(item.product(), 0L))
                                .thenComparing(item -> item.free() <= 0))
                .toList();
    }
}
