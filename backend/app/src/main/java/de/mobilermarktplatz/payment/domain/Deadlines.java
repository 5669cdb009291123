package de.mobilermarktplatz.payment.domain;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What time alone makes due. */
public final class Deadlines {

    /** Time enough to find and mend what goes wrong with a capture. */
    public static final Duration BEFORE_LAST_CAPTURE = Duration.ofHours(12);

    private Deadlines() {}

    static void look(Draft draft, LocalDate today) {
        switch (draft.state) {
            case INTENT -> {
                if (draft.due == null && !draft.now.isBefore(draft.was.heldUntil())) {
                    draft.due(Task.EXPIRE);
                }
            }
            case DEFERRED_DUE -> {
                if (draft.due == null && CheckoutMode.mayAuthorise(today, draft.was.marketDay())) {
                    draft.due(Task.AUTHORISE);
                }
            }
            case AUTHORIZED -> lastChance(draft);
            default -> {}
        }
    }

    /**
     * The van has not come home, and nobody knows what was delivered: all that is still ordered is
     * taken while it can be. What turns out too much goes back when the van tells.
     */
    private static void lastChance(Draft draft) {
        Instant until = draft.captureBefore;
        OrderFacts order = draft.order;
        if (until == null
                || order == null
                || order.ended()
                || draft.now.plus(BEFORE_LAST_CAPTURE).isBefore(until)) {
            return;
        }
        Settling.captureDue(draft, order);
    }
}
