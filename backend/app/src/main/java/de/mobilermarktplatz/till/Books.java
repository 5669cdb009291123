package de.mobilermarktplatz.till;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.store.BookStore;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Writes what tills wrote. Joins the caller's transaction; an operation that is known already is
 * left as it is.
 */
@Service
public class Books {

    private final BookStore store;

    Books(BookStore store) {
        this.store = store;
    }

    /** Those of the numbers that this till has used, with the first operation that did. */
    public Mono<Map<Long, OpId>> used(Region region, DeviceId till, Collection<Long> numbers) {
        return numbers.isEmpty() ? Mono.just(Map.of()) : store.used(region, till, numbers);
    }

    public Mono<Void> append(Region region, Till till, List<BookEntry> entries) {
        return store.append(region, till, entries);
    }
}
