package de.mobilermarktplatz.coordination.domain;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong and waits for a person.
 *
 * @param subject its id where it happened
 * @param kind what the source calls it; empty when the source knows one kind only
 * @param detail words or a technical reason, as the source keeps it; may be empty
 * @param orderCode spoken code of the order that it is about, or null
 * @param who till, producer or fact; may be empty
 */
public record OpenProblem(
        Source source,
        UUID subject,
        String kind,
        String detail,
        @Nullable String orderCode,
        String who,
        Instant since) {

    /** Where problems come from. */
    public enum Source {
        /** An entry of a tablet's journal was kept although it does not fit. */
        CASE(true),
        /** A tablet's batch that must not be booked. */
        QUARANTINE(true),
        /** A card that could not be charged after the goods were handed over. */
        CAPTURE(true),
        /** Money that is owed to a customer and does not get through. */
        REFUND(true),
        /** Money that no card can settle any more. */
        PAYMENT(true),
        /** Work in the background that fails again and again. */
        FACT(true),
        /** A producer's answer is overdue. Ends by the answer alone. */
        REQUEST(false),
        /** A message that does not get out. Ends on the page of messages. */
        MESSAGE(false);

        private final boolean settledByHand;

        Source(boolean settledByHand) {
            this.settledByHand = settledByHand;
        }

        public boolean settledByHand() {
            return settledByHand;
        }
    }
}
