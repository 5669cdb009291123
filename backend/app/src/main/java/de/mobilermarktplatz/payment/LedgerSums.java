package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.money.Money;

/**
 * What the ledger says of a market day.
 *
 * @param authorised ever held
 * @param captured taken
 * @param released held once, given free without being taken
 * @param refunded taken and given back
 */
public record LedgerSums(Money authorised, Money captured, Money released, Money refunded) {

    /** Still held at the cards' issuers. */
    public Money held() {
        return authorised.minus(captured).minus(released);
    }
}
