package de.mobilermarktplatz.sample;

import java.time.Instant;
import java.util.function.Supplier;
import reactor.core.publisher.Mono;

/**
 * Something that happens in a sample county.
 *
 * @param at when it happens by the county's clock
 * @param what in German, for whoever waits
 * @param work may be done again and then changes nothing
 */
record Event(Instant at, String what, Supplier<Mono<Void>> work) {}
