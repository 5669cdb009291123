package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;

/**
 * One of the provider's intents against our ledger, both net: taken less given back.
 *
 * @param quiet nothing is under way that would explain a difference
 * @param mended it differed until the proof itself brought the provider's answer into the books
 */
public record ProofLine(
        PaymentId payment, Money provider, Money ledger, boolean quiet, boolean mended) {

    public boolean differs() {
        return !provider.equals(ledger);
    }

    /** The same line, looked at again after the books were brought up to date. */
    public ProofLine after(ProofLine before) {
        return new ProofLine(payment, provider, ledger, quiet, before.differs() && !differs());
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
