package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatShare;
import java.util.List;

/** Gross and VAT of one key as printed on the receipt; net is their difference. */
public record TaxTotal(VatKey key, Money gross, Money vat) {

    public static TaxTotal of(VatShare share) {
        return new TaxTotal(share.key(), share.gross(), share.vat());
    }

    public static List<TaxTotal> of(List<VatShare> shares) {
        return shares.stream().map(TaxTotal::of).toList();
    }

    public TaxTotal reversed() {
        return new TaxTotal(key, gross.negate(), vat.negate());
    }

    public VatShare share() {
        return new VatShare(key, gross, gross.minus(vat), vat);
    }

    public static Money grossOf(List<TaxTotal> taxes) {
        return Money.sum(taxes.stream().map(TaxTotal::gross).toList());
    }
}
