package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What came of one product.
 *
 * @param expected what the request said, 0 if nothing
 * @param lot batch code as printed on the goods, at most 40 characters; null if there is none
 */
public record GoodsInLine(
        ProductId product,
        Unit unit,
        long expected,
        long amount,
        @Nullable String lot,
        @Nullable LocalDate bestBefore) {}
