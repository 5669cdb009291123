package de.mobilermarktplatz.till.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.Till;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Receipts with their lines, taxes and payments. */
@Component
class ReceiptStore {

    private final DatabaseClient db;

    ReceiptStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<Map<Long, OpId>> used(Region region, DeviceId till, Collection<Long> numbers) {
        return db.sql(
                        """
                        SELECT DISTINCT ON (receipt_no) receipt_no, op_id FROM receipt
                        WHERE region_id = :region AND device_id = :device AND receipt_no = ANY (:numbers)
                        ORDER BY receipt_no, op_id
                        """)
                .bind("region", region.id().value())
                .bind("device", till.value())
                .bind("numbers", numbers.toArray(Long[]::new))
                .map(
                        row ->
                                Map.entry(
                                        get(row, "receipt_no", Long.class),
                                        new OpId(get(row, "op_id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /** All that is new of a batch: one statement, whatever it has of lines, taxes and payments. */
    Mono<Void> insert(Region region, Till till, List<BookEntry.Receipt> receipts) {
        return receipts.isEmpty()
                ? Mono.empty()
                : ReceiptRows.of(receipts)
                        .bind(db.sql(ReceiptRows.INSERT))
                        .bind("region", region.id().value())
                        .bind("device", till.device().value())
                        .bind("till", till.number())
                        .then();
    }
}
