package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.OrderRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What happens to orders and tours at the van. The core names only lines that may take the step; a
 * line that cannot is an error of this program and fails loudly.
 */
public sealed interface OrderWrite extends Write {

    /**
     * The crates with these lines are aboard.
     *
     * @param lines never empty
     */
    record LinesLoaded(OrderId order, List<Integer> lines) implements OrderWrite {}

    /**
     * The customer has them.
     *
     * @param delivered pieces or grams by line number, never empty
     */
    record LinesHandedOver(OrderId order, Map<Integer, Long> delivered) implements OrderWrite {}

    /**
     * The customer did not want them.
     *
     * @param lines never empty
     */
    record LinesRefused(OrderId order, List<Integer> lines) implements OrderWrite {}

    /** Nobody comes any more: every line of the call that may become UNCOLLECTED does. */
    record CallUncollected(CallId call) implements OrderWrite {}

    /** Whatever cards hold for orders of the call is settled. */
    record CallSettled(CallId call) implements OrderWrite {}

    /**
     * A wish has the van's answer; the order is what the van says.
     *
     * @param lines pieces or grams in all by line number; empty where nothing changed
     */
    record RequestAnswered(FactId request, OrderRequest.State state, Map<Integer, Long> lines)
            implements OrderWrite {}

    /** The tour is over; told as a fact. */
    record TourEnded(TourId tour, LocalDate day) implements OrderWrite {}
}
