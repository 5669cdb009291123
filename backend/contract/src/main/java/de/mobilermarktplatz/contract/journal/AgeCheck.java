package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.OrderId;
import org.jspecify.annotations.Nullable;

/**
 * The age was asked for; no birth date is ever stored.
 *
 * @param ageLimit years
 * @param order the pre-order it was asked for, null for a sale
 */
public record AgeCheck(int ageLimit, AgeCheckResult result, @Nullable OrderId order)
        implements EntryBody {}
