package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.util.List;

/**
 * Empties that vans take back. Amounts are those of the trade; bottles follow the rate of their
 * drink, which for these is the standard rate, crates always have it (law.md DSF-09). Numbers stand
 * in journals and never change their meaning.
 */
final class ReturnableEmpties {

    static final List<DepositKind> KINDS =
            List.of(
                    new DepositKind(1, "Einwegflasche oder Dose", new Money(25), VatKey.GENERAL),
                    new DepositKind(2, "Mehrwegflasche Bier", new Money(8), VatKey.GENERAL),
                    new DepositKind(3, "Mehrwegflasche", new Money(15), VatKey.GENERAL),
                    new DepositKind(4, "Kasten", new Money(150), VatKey.GENERAL));

    private ReturnableEmpties() {}

    /** 0 when no kind has this amount. */
    static int kindOf(Money amount) {
        return KINDS.stream()
                .filter(kind -> kind.amount().equals(amount))
                .map(DepositKind::number)
                .findFirst()
                .orElse(0);
    }
}
