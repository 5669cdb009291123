package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.Write;
import java.util.List;
import reactor.core.publisher.Mono;

/**
 * Carries one group of writes out; there is exactly one for each group. They run one after the
 * other in the order of their {@link org.springframework.core.annotation.Order}: journal 100, books
 * 200, orders 300, custody 400, cases 500, facts 600, feed 900 (its heads are locked last).
 */
interface WriteCarrier<W extends Write> {

    Class<W> group();

    /** Joins the caller's transaction. */
    Mono<Void> carry(Origin origin, List<W> writes);
}
