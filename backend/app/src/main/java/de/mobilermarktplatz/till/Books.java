package de.mobilermarktplatz.till;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.store.BookStore;
import java.util.List;
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

    public Mono<Void> append(Region region, Till till, List<BookEntry> entries) {
        return store.append(region, till, entries);
    }
}
