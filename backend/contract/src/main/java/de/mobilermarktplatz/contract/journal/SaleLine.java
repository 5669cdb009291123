package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.BasketLine;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a receipt. What never changes for a product stands first, so that repeated products
 * pack well.
 *
 * @param product null for a line without a product (empties, a discount on the whole receipt)
 * @param unitPrice gross, per piece or per kilogram
 * @param vatKey of the goods
 * @param depositEach deposit charged per piece on top of the total, 0 if none
 * @param depositVatKey VAT key of the deposit; the goods' own key if there is none
 * @param amount pieces or grams; negative for what is taken back
 * @param total gross of the goods without deposit, as printed
 * @param orderLine line number of the pre-order this line settles; 0 for goods from free stock
 */
public record SaleLine(
        LineKind kind,
        @Nullable ProductId product,
        Unit unit,
        Money unitPrice,
        VatKey vatKey,
        Money depositEach,
        VatKey depositVatKey,
        long amount,
        Money total,
        int orderLine) {

    /** The line as the till computed it. */
    public static SaleLine of(BasketLine line) {
        return new SaleLine(
                line.kind(),
                line.product(),
                line.quantity().unit(),
                line.unitPrice(),
                line.vatKey(),
                line.depositEach(),
                line.depositVatKey(),
                line.quantity().amount(),
                line.total(),
                line.orderLine());
    }

    /** The lines of a basket or receipt. */
    public static List<SaleLine> of(List<BasketLine> lines) {
        return lines.stream().map(SaleLine::of).toList();
    }

    public Quantity quantity() {
        return new Quantity(unit, amount);
    }

    /** The deposit charged by this line. */
    public Money depositTotal() {
        return depositEach.times(amount);
    }
}
