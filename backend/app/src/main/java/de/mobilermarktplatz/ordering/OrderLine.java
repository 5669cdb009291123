package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.PriceRule;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One line of an order. Everything that decides a price was frozen when the order was placed.
 *
 * @param number position in the order, from 1
 * @param coldClass compartment it needs
 * @param millilitres room the ordered quantity takes in the van
 * @param price per piece, or per kilogram if the unit is GRAM; gross, without deposit
 * @param depositEach per piece, zero where there is none; never part of a price (PAngV § 7)
 * @param ageLimit 0, 16 or 18
 * @param saleModel whose sale it is: COMMISSION, OWN_NAME or AGENCY
 * @param cutOffAt until when this line can be placed or cancelled
 * @param confirmed what the producer confirmed; null before
 * @param packed what went into a crate; null before
 * @param agreed what is to be handed over by a later agreement than the packing; null without one
 * @param delivered what the customer took; null before, quantity 0 when refused or uncollected
 */
public record OrderLine(
        int number,
        OfferId offer,
        ProductId product,
        ProducerId producer,
        String productName,
        Unit unit,
        ColdClass coldClass,
        long millilitres,
        Money price,
        VatKey vatKey,
        Money depositEach,
        VatKey depositVatKey,
        int ageLimit,
        String saleModel,
        Instant cutOffAt,
        LineState state,
        Portion ordered,
        @Nullable Portion confirmed,
        @Nullable Portion packed,
        @Nullable Portion agreed,
        @Nullable Portion delivered) {

    /**
     * What is to be paid for by today's knowledge: the latest of the five portions, nothing if
     * cancelled.
     */
    public Portion current() {
        if (state == LineState.CANCELLED) {
            return new Portion(0, Money.ZERO);
        }
        if (delivered != null) {
            return delivered;
        }
        if (agreed != null) {
            return agreed;
        }
        if (packed != null) {
            return packed;
        }
        return confirmed != null ? confirmed : ordered;
    }

    /** Deposit of the current quantity. */
    public Money deposit() {
        return depositOf(current().quantity());
    }

    /** Price of the current quantity with its deposit. */
    public Money total() {
        return current().amount().plus(deposit());
    }

    /** The frozen price applied to another quantity of pieces or grams. */
    public Portion portion(long quantity) {
        return new Portion(quantity, PriceRule.total(price, new Quantity(unit, quantity)));
    }

    /** Deposit of a quantity: only pieces have one. */
    public Money depositOf(long quantity) {
        return unit == Unit.PIECE ? depositEach.times(quantity) : Money.ZERO;
    }

    OrderState.Part part() {
        return new OrderState.Part(state, state == LineState.CUT && current().quantity() == 0);
    }
}
