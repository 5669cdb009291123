package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.till.BookEntry;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a journal entry means for the other capabilities; carried out in the transaction that stores
 * the entry.
 */
public sealed interface Effect {

    /** Written into the books as it is. */
    record Book(BookEntry entry) implements Effect {}

    /**
     * A pre-order reached its customer.
     *
     * @param delivered pieces or grams by line number
     * @param paidAtVan zero when it was paid online
     */
    record HandOver(OpId op, OrderId order, Map<Integer, Long> delivered, Money paidAtVan)
            implements Effect {}

    /** The customer did not want these lines. */
    record Refuse(OpId op, OrderId order, List<Integer> lines) implements Effect {}

    /** These lines of an order are aboard. */
    record Aboard(OrderId order, List<Integer> lines) implements Effect {}

    /** The till's day is over. */
    record CloseTour(TourId tour) implements Effect {}

    /** Somebody in the office must look at it; the entry itself stays. */
    record OfficeCase(String kind, long seq, @Nullable OrderId order, String detail)
            implements Effect {}
}
