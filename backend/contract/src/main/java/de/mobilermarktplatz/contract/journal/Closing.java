package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Tender;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A day's end (Kassenabschluss) with the totals as printed. Totals are those of BON_TYP Beleg since
 * the closing before.
 *
 * @param zNumber from 1 without gaps on this till
 * @param difference counted minus expected; if it is not zero, a {@link CashMovement} of kind
 *     DIFFERENCE stands before this entry in the same commit and is in the totals
 * @param taxes totals per VAT key
 * @param payments totals per tender
 * @param firstReceipt 0 if there was none, like {@code lastReceipt}
 * @param lastSeq journal sequence of the last entry it covers
 * @param headHash chain head after that entry, 32 bytes
 */
public record Closing(
        long zNumber,
        LocalDate businessDay,
        @Nullable TourId tour,
        Money expectedCash,
        Money countedCash,
        Money difference,
        List<TaxTotal> taxes,
        List<Tender> payments,
        long firstReceipt,
        long lastReceipt,
        long receiptCount,
        long firstSeq,
        long lastSeq,
        Bytes headHash)
        implements EntryBody {}
