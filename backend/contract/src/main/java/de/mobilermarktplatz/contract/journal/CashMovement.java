package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.money.Money;
import org.jspecify.annotations.Nullable;

/**
 * Cash into or out of the drawer without a sale; a receipt number of its own, because it is a Beleg
 * of DSFinV-K.
 *
 * @param amount positive into the drawer, negative out of it
 */
public record CashMovement(
        long receiptNo, CashMovementKind kind, Money amount, @Nullable TseSignature tse)
        implements EntryBody {}
