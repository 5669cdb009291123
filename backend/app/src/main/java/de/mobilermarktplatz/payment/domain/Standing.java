package de.mobilermarktplatz.payment.domain;

import de.mobilermarktplatz.kernel.money.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Everything the core may know when it decides about one payment: read under the payment's lock,
 * never while deciding.
 *
 * @param order null when the payment has none, or it is not known
 * @param onBoard what was paid for the order on board as well, each operation once
 * @param refunds every refund that was ever wanted
 * @param extra other charges that make up for this payment, the refused ones left out
 */
public record Standing(
        Payment payment,
        @Nullable OrderFacts order,
        List<OnBoard> onBoard,
        List<Refund> refunds,
        Money extra,
        Instant now) {

    /** Money taken on board, by the journal operation that says so. */
    public record OnBoard(UUID operation, Money amount) {}

    public enum Why {
        /** Somebody granted it on top of what is owed: a complaint. */
        WANTED,
        /** Granted before it was known what is owed: whatever turns out too much includes it. */
        ADVANCE,
        /** More was taken than was owed in the end. */
        TOO_MUCH,
        /** The order ended. */
        UNDO
    }

    /**
     * A wanted refund.
     *
     * @param id fixed by whoever wants it
     * @param askedAt when it was wanted
     * @param givenUp no worker pays it; it counts as asked all the same, so nobody asks again
     */
    public record Refund(
            UUID id,
            Money amount,
            Why why,
            boolean paid,
            boolean givenUp,
            Instant askedAt,
            int attempts) {

        /** A worker still has to see to it. */
        public boolean isOpen() {
            return !paid && !givenUp;
        }
    }

    public Standing {
        onBoard = List.copyOf(onBoard);
        refunds = List.copyOf(refunds);
    }

    Money paidOnBoard() {
        return Money.sum(onBoard.stream().map(OnBoard::amount).toList());
    }

    Money asked() {
        return Money.sum(refunds.stream().map(Refund::amount).toList());
    }

    Money asked(Why why) {
        return Money.sum(
                refunds.stream()
                        .filter(refund -> refund.why() == why)
                        .map(Refund::amount)
                        .toList());
    }

    @Nullable Refund refund(UUID id) {
        return refunds.stream().filter(refund -> refund.id().equals(id)).findFirst().orElse(null);
    }
}
