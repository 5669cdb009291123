package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.BasketLine;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One line of a receipt. What stays the same for a product stands first and the usual total is left
 * out, so that a repeated product costs few bytes.
 *
 * @param product null for a line without a product (empties, a discount on the whole receipt)
 * @param unitPrice gross, per piece or per kilogram
 * @param vatKey of the goods
 * @param depositEach deposit charged per piece on top of the total, 0 if none
 * @param depositVatKey VAT key of the deposit; the goods' own key if there is none
 * @param adjustment printed total minus {@link PriceRule#total}; not 0 only where a pre-order froze
 *     another total
 * @param orderLine line number of the pre-order this line settles; 0 for goods from free stock
 * @param amount pieces or grams; negative for what is taken back
 */
public record SaleLine(
        LineKind kind,
        @Nullable ProductId product,
        Unit unit,
        Money unitPrice,
        VatKey vatKey,
        Money depositEach,
        VatKey depositVatKey,
        Money adjustment,
        int orderLine,
        long amount) {

    /** A line from its printed total. */
    public SaleLine(
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
        this(
                kind,
                product,
                unit,
                unitPrice,
                vatKey,
                depositEach,
                depositVatKey,
                total.minus(PriceRule.total(unitPrice, new Quantity(unit, amount))),
                orderLine,
                amount);
    }

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

    /** The mirror image for a counter receipt. */
    public SaleLine reversed() {
        return new SaleLine(
                kind,
                product,
                unit,
                unitPrice,
                vatKey,
                depositEach,
                depositVatKey,
                adjustment.negate(),
                orderLine,
                Math.negateExact(amount));
    }

    /** Gross of the goods without deposit, as printed. */
    public Money total() {
        return PriceRule.total(unitPrice, quantity()).plus(adjustment);
    }

    public Quantity quantity() {
        return new Quantity(unit, amount);
    }

    /** The deposit charged by this line. */
    public Money depositTotal() {
        return depositEach.times(amount);
    }
}
