package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.TenderKind;
import org.jspecify.annotations.Nullable;

/**
 * What a terminal or the office's provider said about a payment.
 *
 * @param payment fixed before the first request, so a repeated request is the same payment
 * @param receipt operation of the receipt it belongs to, null before there is one
 * @param providerReference the provider's object id, at most 64 characters; null if it never
 *     answered
 */
public record PaymentFact(
        PaymentId payment,
        TenderKind kind,
        PaymentState state,
        Money amount,
        @Nullable OrderId order,
        @Nullable OpId receipt,
        @Nullable String providerReference)
        implements EntryBody {}
