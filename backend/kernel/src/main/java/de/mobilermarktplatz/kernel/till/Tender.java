package de.mobilermarktplatz.kernel.till;

import de.mobilermarktplatz.kernel.money.Money;

/** A part of what was paid, net of change; negative for money given back. */
public record Tender(TenderKind kind, Money amount) {

    public static Tender cash(Money amount) {
        return new Tender(TenderKind.CASH, amount);
    }

    public static Tender card(Money amount) {
        return new Tender(TenderKind.CARD, amount);
    }

    public Tender reversed() {
        return new Tender(kind, amount.negate());
    }
}
