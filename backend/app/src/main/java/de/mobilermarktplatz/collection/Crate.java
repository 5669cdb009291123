package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A box that a producer packs for one tour.
 *
 * @param code as printed on its label
 */
public record Crate(
        CrateId id,
        TourId tour,
        String code,
        ProducerId producer,
        ColdClass coldClass,
        List<Item> items) {

    /**
     * @param order null for goods for free sale from the van
     * @param quantity pieces or grams, positive
     */
    public record Item(@Nullable OrderId order, ProductId product, long quantity) {}
}
