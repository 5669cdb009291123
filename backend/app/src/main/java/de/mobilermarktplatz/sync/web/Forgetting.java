package de.mobilermarktplatz.sync.web;

import reactor.core.publisher.Mono;

/**
 * A question whose way is forgotten once it is answered. An operator keeps hold of everything that
 * came before it as long as it lives, for an open connection that would be hours: the statement
 * that found the device, its parsed text, its rows.
 */
final class Forgetting {

    private Forgetting() {}

    /** Cancelling does not reach the work, so it must be short. */
    static <T> Mono<T> of(Mono<T> work) {
        return Mono.deferContextual(
                context ->
                        Mono.create(
                                sink -> {
                                    var _ =
                                            work.contextWrite(context)
                                                    .subscribe(
                                                            sink::success,
                                                            sink::error,
                                                            sink::success);
                                }));
    }
}
