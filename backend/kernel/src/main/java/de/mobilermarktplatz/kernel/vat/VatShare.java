package de.mobilermarktplatz.kernel.vat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.money.Rounding;

/** What a receipt prints per VAT key; {@code gross = net + vat} always. */
public record VatShare(VatKey key, Money gross, Money net, Money vat) {

    public VatShare {
        if (!gross.equals(net.plus(vat))) {
            throw new IllegalArgumentException(
                    key + ": gross " + gross + " is not net " + net + " plus VAT " + vat);
        }
    }

    /** Net is the gross amount divided by (1 + rate), rounded half up; VAT is the rest. */
    public static VatShare of(VatKey key, Money gross, int basisPoints) {
        long net =
                Rounding.halfUp(Math.multiplyExact(gross.cents(), 10_000L), 10_000L + basisPoints);
        return new VatShare(key, gross, Money.cents(net), Money.cents(gross.cents() - net));
    }

    public VatShare negate() {
        return new VatShare(key, gross.negate(), net.negate(), vat.negate());
    }
}
