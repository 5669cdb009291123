package de.mobilermarktplatz.platform.outbox;

import reactor.core.publisher.Mono;

/**
 * Reacts to one kind of fact. Runs at least once per fact in a transaction of its own together with
 * the note that it ran; work in that transaction therefore happens exactly once, work outside it
 * must be idempotent.
 */
public interface FactHandler<T> {

    Class<T> type();

    /** Never changes: it is stored. For example {@code payment.capture-on-handover}. */
    String name();

    Mono<Void> handle(T fact);
}
