package de.mobilermarktplatz.kernel.till;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.kernel.vat.VatShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * A paid basket with the figures as printed (DSF-05). Shares and payments both add up to the total.
 *
 * @param payments per kind, net of change, none of them zero; empty if nothing was due
 * @param tendered cash the customer gave, not negative
 * @param change cash given back, not negative; {@code tendered - change} is the cash payment
 */
public record Receipt(
        List<BasketLine> lines,
        List<VatShare> shares,
        Money total,
        List<Tender> payments,
        Money tendered,
        Money change) {

    public Receipt {
        lines = List.copyOf(lines);
        shares = List.copyOf(shares);
        payments = List.copyOf(payments);
        requireEqual("VAT shares", Money.sum(shares.stream().map(VatShare::gross).toList()), total);
        requireEqual("payments", Money.sum(payments.stream().map(Tender::amount).toList()), total);
        requireEqual("tendered minus change", tendered.minus(change), cashOf(payments));
    }

    /**
     * Paid in cash; a negative total is paid out.
     *
     * @param tendered at least the total, 0 if money is paid out
     * @throws IllegalArgumentException if it is too little
     */
    public static Receipt cash(Basket basket, VatRates rates, LocalDate day, Money tendered) {
        return split(basket, rates, day, List.of(), tendered);
    }

    /** Paid by something other than cash, in one sum. */
    public static Receipt cashless(Basket basket, VatRates rates, LocalDate day, TenderKind kind) {
        return split(basket, rates, day, List.of(new Tender(kind, basket.total())), Money.ZERO);
    }

    /**
     * Paid in parts: first what is not cash, the rest in cash.
     *
     * @param cashless parts already paid, without cash
     * @param tendered cash given for the rest
     * @throws IllegalArgumentException if it is too little, or a part is cash
     */
    public static Receipt split(
            Basket basket, VatRates rates, LocalDate day, List<Tender> cashless, Money tendered) {
        if (!cashOf(cashless).isZero()) {
            throw new IllegalArgumentException("cash is what was tendered, not a part beside it");
        }
        Money total = basket.total();
        Money cash = total.minus(Money.sum(cashless.stream().map(Tender::amount).toList()));
        Money change = tendered.minus(cash);
        if (change.isNegative() || tendered.isNegative()) {
            throw new IllegalArgumentException(tendered + " were given but " + cash + " are due");
        }
        List<Tender> payments = new ArrayList<>();
        payments.add(Tender.cash(cash));
        payments.addAll(cashless);
        payments.removeIf(payment -> payment.amount().isZero());
        return new Receipt(
                basket.lines(), basket.vatShares(rates, day), total, payments, tendered, change);
    }

    /** What the security module signs when this receipt is finished. */
    public String processData() {
        return KassenbelegV1.processData(KassenbelegV1.Type.Beleg, shares, payments);
    }

    private static Money cashOf(List<Tender> tenders) {
        return Money.sum(
                tenders.stream()
                        .filter(tender -> tender.kind() == TenderKind.CASH)
                        .map(Tender::amount)
                        .toList());
    }

    private static void requireEqual(String what, Money found, Money expected) {
        if (!found.equals(expected)) {
            throw new IllegalArgumentException(what + " come to " + found + ", not " + expected);
        }
    }
}
