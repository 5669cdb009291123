package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.TenderKind;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
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
        implements EntryBody {

    /** The receipt's sum is to be charged to the card of the order's customer. */
    public static PaymentFact onAccount(OpId receipt, OrderId order, Money amount) {
        return new PaymentFact(
                idOf(receipt),
                TenderKind.ACCOUNT,
                PaymentState.DEFERRED,
                amount,
                order,
                receipt,
                null);
    }

    /** The receipt was taken back: nothing is charged for it, or it is given back. */
    public static PaymentFact takenOffAccount(OpId receipt, OrderId order, Money amount) {
        return new PaymentFact(
                idOf(receipt),
                TenderKind.ACCOUNT,
                PaymentState.REFUNDED,
                amount,
                order,
                receipt,
                null);
    }

    /** One receipt is one payment, whoever tells of it and however often. */
    public static PaymentId idOf(OpId receipt) {
        String of = "on account:" + receipt;
        return new PaymentId(UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8)));
    }
}
