package de.mobilermarktplatz.kernel.till;

import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import org.jspecify.annotations.Nullable;

/**
 * One line of a basket.
 *
 * @param product null for empties and for a discount on the whole basket
 * @param text what the receipt prints
 * @param unitPrice gross, per piece or per kilogram
 * @param total gross of the goods without deposit
 * @param depositEach per piece, on top of the total; 0 if none
 * @param depositVatKey a bottle follows its drink, a crate has the general rate (DSF-09)
 * @param orderLine line of the pre-order this settles, 0 for goods from free stock
 */
public record BasketLine(
        LineKind kind,
        @Nullable ProductId product,
        String text,
        Quantity quantity,
        Money unitPrice,
        Money total,
        VatKey vatKey,
        Money depositEach,
        VatKey depositVatKey,
        int orderLine) {

    public BasketLine {
        if (quantity.unit() == Unit.GRAM && !depositEach.isZero()) {
            throw new IllegalArgumentException("goods by weight carry no deposit: " + text);
        }
    }

    /** Goods without deposit; add one by {@link #withDeposit}. */
    public static BasketLine goods(
            ProductId product, String text, Quantity quantity, Money unitPrice, VatKey vatKey) {
        Money total = PriceRule.total(unitPrice, quantity);
        return new BasketLine(
                LineKind.GOODS,
                product,
                text,
                quantity,
                unitPrice,
                total,
                vatKey,
                Money.ZERO,
                vatKey,
                0);
    }

    /** Empties taken back, so many pieces of one kind. */
    public static BasketLine depositReturn(String text, long pieces, Money each, VatKey vatKey) {
        Quantity taken = Quantity.pieces(pieces).negate();
        Money total = PriceRule.total(each, taken);
        return new BasketLine(
                LineKind.DEPOSIT_RETURN,
                null,
                text,
                taken,
                each,
                total,
                vatKey,
                Money.ZERO,
                vatKey,
                0);
    }

    /**
     * A price reduction.
     *
     * @param reduction positive
     */
    public static BasketLine discount(String text, Money reduction, VatKey vatKey) {
        Money price = reduction.negate();
        return new BasketLine(
                LineKind.DISCOUNT,
                null,
                text,
                Quantity.pieces(1),
                price,
                price,
                vatKey,
                Money.ZERO,
                vatKey,
                0);
    }

    public BasketLine withDeposit(Money each, VatKey depositKey) {
        return new BasketLine(
                kind,
                product,
                text,
                quantity,
                unitPrice,
                total,
                vatKey,
                each,
                depositKey,
                orderLine);
    }

    /** The same goods in another quantity, priced anew. */
    public BasketLine withQuantity(Quantity changed) {
        Money newTotal = PriceRule.total(unitPrice, changed);
        return new BasketLine(
                kind,
                product,
                text,
                changed,
                unitPrice,
                newTotal,
                vatKey,
                depositEach,
                depositVatKey,
                orderLine);
    }

    /** A line of a pre-order with the total that was frozen when it was placed and packed. */
    public BasketLine settling(int lineNo, Money frozenTotal) {
        return new BasketLine(
                kind,
                product,
                text,
                quantity,
                unitPrice,
                frozenTotal,
                vatKey,
                depositEach,
                depositVatKey,
                lineNo);
    }

    /** The mirror image for a counter receipt. */
    public BasketLine reversed() {
        return new BasketLine(
                kind,
                product,
                text,
                quantity.negate(),
                unitPrice,
                total.negate(),
                vatKey,
                depositEach,
                depositVatKey,
                orderLine);
    }

    public Money depositTotal() {
        return depositEach.times(quantity.amount());
    }

    /** What the line adds to the receipt. */
    public Money gross() {
        return total.plus(depositTotal());
    }
}
