package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;

/**
 * A line of a pre-order at the frozen price; the text stands in the {@link PriceEntry} of its
 * product.
 *
 * @param lineNo from 1
 * @param amount pieces or grams as packed
 * @param total of the goods without deposit
 */
public record TourOrderLine(
        int lineNo,
        ProductId product,
        Unit unit,
        long amount,
        Money unitPrice,
        Money total,
        VatKey vatKey,
        Money depositEach,
        VatKey depositVatKey) {}
