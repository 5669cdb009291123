package de.mobilermarktplatz.ordering.domain;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.Portion;
import java.time.Instant;

/**
 * What ordering freezes of an offer.
 *
 * @param price per piece, or per kilogram if the unit is GRAM
 * @param volumeMillilitres room of one piece, or of one kilogram
 * @param cutOffAt first instant at which an order is too late
 */
public record Offered(
        OfferId id,
        ProductId product,
        ProducerId producer,
        String name,
        Unit unit,
        ColdClass coldClass,
        long volumeMillilitres,
        Money price,
        VatKey vatKey,
        Money depositEach,
        VatKey depositVatKey,
        int ageLimit,
        String saleModel,
        Instant cutOffAt) {

    private static final long GRAMS_PER_KILOGRAM = 1000;

    /** A freshly placed line of this offer. */
    OrderLine line(int number, long quantity) {
        return new OrderLine(
                number,
                id,
                product,
                producer,
                name,
                unit,
                coldClass,
                millilitres(quantity),
                price,
                vatKey,
                depositEach,
                depositVatKey,
                ageLimit,
                saleModel,
                cutOffAt,
                LineState.PLACED,
                new Portion(quantity, PriceRule.total(price, new Quantity(unit, quantity))),
                null,
                null,
                null,
                null);
    }

    /** Rounded up: half a litre more is better than goods that do not fit. */
    private long millilitres(long quantity) {
        long product = Math.multiplyExact(volumeMillilitres, quantity);
        return unit == Unit.PIECE ? product : Math.ceilDiv(product, GRAMS_PER_KILOGRAM);
    }
}
