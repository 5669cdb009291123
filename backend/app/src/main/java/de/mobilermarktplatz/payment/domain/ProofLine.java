package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;

/**
 * One of the provider's intents against our ledger, both net: taken less given back.
 *
 * @param quiet nothing is under way that would explain a difference
 */
public record ProofLine(PaymentId payment, Money provider, Money ledger, boolean quiet) {

    public boolean differs() {
        return !provider.equals(ledger);
    }

    /** Without its sign: which way it goes, the office sees in both books. */
    public Money difference() {
        Money difference = provider.minus(ledger);
        return difference.isNegative() ? difference.negate() : difference;
    }

    /** Whether a person must look, because no worker will mend it. */
    public boolean isCase() {
        return differs() && quiet;
    }
}
