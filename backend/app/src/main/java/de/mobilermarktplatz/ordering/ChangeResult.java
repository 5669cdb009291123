package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.platform.problem.Rejection;

/** What became of a wish to change an order after its cut-off. */
public sealed interface ChangeResult {

    /** The order is changed. */
    record Done() implements ChangeResult {}

    /** The van has the goods and is asked. */
    record Asked(FactId request) implements ChangeResult {}

    /** Nothing happened. */
    enum Refused implements ChangeResult, Rejection {
        UNKNOWN("order-unknown"),
        /** It was handed over, refused, cancelled, or waits for its payment. */
        OVER("change-order-over"),
        NOTHING("change-nothing"),
        /** Some lines shall become more, others less. */
        BOTH_WAYS("change-both-ways"),
        /** More than the card was authorised for. */
        PAID_ONLINE("change-paid-online"),
        /** Not that much free stock. */
        NOTHING_FREE("change-nothing-free"),
        /** The van has not answered the last wish yet. */
        OPEN_ALREADY("change-open-already");

        private final String slug;

        Refused(String slug) {
            this.slug = slug;
        }

        @Override
        public String slug() {
            return slug;
        }
    }
}
