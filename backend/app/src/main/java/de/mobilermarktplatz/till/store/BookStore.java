package de.mobilermarktplatz.till.store;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.Till;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * The append-only books, written in batches: one statement per table, however many entries a batch
 * has.
 */
@Component
public class BookStore {

    private final ReceiptStore receipts;
    private final CashStore cash;
    private final StockStore stock;

    BookStore(ReceiptStore receipts, CashStore cash, StockStore stock) {
        this.receipts = receipts;
        this.cash = cash;
        this.stock = stock;
    }

    public Mono<Map<Long, OpId>> used(Region region, DeviceId till, Collection<Long> numbers) {
        return receipts.used(region, till, numbers);
    }

    public Mono<Void> append(Region region, Till till, List<BookEntry> entries) {
        return receipts.insert(region, till, only(entries, BookEntry.Receipt.class))
                .then(cash.counts(region, till, only(entries, BookEntry.Count.class)))
                .then(cash.closings(region, till, only(entries, BookEntry.Closing.class)))
                .then(stock.insert(region, only(entries, BookEntry.StockMoves.class)));
    }

    private static <T extends BookEntry> List<T> only(List<BookEntry> entries, Class<T> type) {
        return entries.stream().filter(type::isInstance).map(type::cast).toList();
    }
}
