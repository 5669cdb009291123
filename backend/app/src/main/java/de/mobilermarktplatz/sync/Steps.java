package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.Arrival;
import de.mobilermarktplatz.sync.domain.Arrival.EntryArrived;
import de.mobilermarktplatz.sync.domain.Arrival.EntryUnderstood;
import de.mobilermarktplatz.sync.domain.Decided;
import de.mobilermarktplatz.sync.domain.Entries;
import de.mobilermarktplatz.sync.domain.Link;
import de.mobilermarktplatz.sync.domain.Outcome;
import de.mobilermarktplatz.sync.domain.ServerCore;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.store.WaitingStore;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Load, decide, write: one transaction for each step of the core. */
@Component
class Steps {

    private static final Logger LOG = LoggerFactory.getLogger(Steps.class);

    private final Views views;
    private final Writes writes;
    private final WaitingStore waiting;
    private final ServerCore core;
    private final TransactionalOperator tx;

    Steps(
            Views views,
            Writes writes,
            WaitingStore waiting,
            ServerKey server,
            TransactionalOperator tx) {
        this.views = views;
        this.waiting = waiting;
        this.writes = writes;
        this.core =
                new ServerCore(
                        Steps::signed, server.pinned().values().stream().map(Bytes::of).toList());
        this.tx = tx;
    }

    private static boolean signed(Bytes publicKey, Bytes message, Bytes signature) {
        return ServerKey.verify(publicKey.toArray(), message.toArray(), signature.toArray());
    }

    /** Empty if the device has no such journal. */
    Mono<Outcome> step(Region region, DeviceId device, JournalId journal, Arrival arrival) {
        return tx.transactional(
                views.load(region, device, journal, ServerCore.needs(arrival))
                        .flatMap(view -> carried(region, view, core.step(view, arrival))));
    }

    /** Like {@link #step}, if the entry still waits once its journal is held; empty if not. */
    Mono<Outcome> understood(
            Region region, DeviceId device, JournalId journal, EntryUnderstood arrival) {
        return tx.transactional(
                views.load(region, device, journal, ServerCore.needs(arrival))
                        .filterWhen(view -> waiting.waits(region, journal, arrival.seq()))
                        .flatMap(view -> carried(region, view, core.step(view, arrival))));
    }

    private Mono<Outcome> carried(Region region, View view, Decided decided) {
        return writes.carry(origin(region, view), decided.writes()).thenReturn(decided.outcome());
    }

    private static Origin origin(Region region, View view) {
        return new Origin(
                region,
                view.device().id(),
                view.device().tillNumber(),
                view.held().state().journal());
    }

    /**
     * Entries into the journal beside; where one cannot be carried out, one by one.
     *
     * @return how many are new
     */
    Mono<Long> adopt(
            Region region, DeviceId device, JournalId beside, List<Bytes> entries, Instant now) {
        return adopted(region, device, beside, entries, false, now)
                .onErrorResume(
                        Poison::is,
                        poison ->
                                Flux.fromIterable(entries)
                                        .concatMap(
                                                one -> adoptAlone(region, device, beside, one, now))
                                        .reduce(0L, Long::sum));
    }

    private Mono<Long> adoptAlone(
            Region region, DeviceId device, JournalId beside, Bytes entry, Instant now) {
        return adopted(region, device, beside, List.of(entry), false, now)
                .onErrorResume(
                        Poison::is,
                        error -> adopted(region, device, beside, List.of(entry), true, now));
    }

    private Mono<Long> adopted(
            Region region,
            DeviceId device,
            JournalId beside,
            List<Bytes> entries,
            boolean spoilt,
            Instant now) {
        Arrival arrival = Arrival.EntriesAdopted.of(entries, spoilt, now);
        return tx.transactional(
                views.load(region, device, beside, ServerCore.needs(arrival))
                        .flatMap(
                                view -> {
                                    Decided decided = core.step(view, arrival);
                                    return carried(region, view, decided)
                                            .map(outcome -> grown(view, outcome));
                                }));
    }

    private static long grown(View view, Outcome outcome) {
        return outcome instanceof Outcome.Accepted accepted
                ? accepted.state().acked() - view.held().state().acked()
                : 0;
    }

    /** A batch at once; where one entry of it cannot be carried out, one by one. */
    Mono<Outcome> batch(Region region, DeviceId device, JournalId journal, Arrival batch) {
        return step(region, device, journal, batch)
                .onErrorResume(
                        Poison::is,
                        poison ->
                                oneByOne(region, device, journal, batch)
                                        .then(
                                                Mono.defer(
                                                        () ->
                                                                step(
                                                                        region, device, journal,
                                                                        batch))));
    }

    /** The others must not suffer for the one that cannot be carried out. */
    private Mono<Void> oneByOne(Region region, DeviceId device, JournalId journal, Arrival batch) {
        Mono<List<Link>> fresh =
                tx.transactional(
                        views.load(region, device, journal, ServerCore.needs(batch))
                                .map(view -> core.links(view, batch)));
        return fresh.flatMapMany(Flux::fromIterable)
                .concatMap(link -> alone(region, device, journal, link, batch.now()))
                .then();
    }

    /** In a transaction of its own; in another one without its meaning when it has to be. */
    private Mono<Outcome> alone(
            Region region, DeviceId device, JournalId journal, Link link, Instant now) {
        return step(region, device, journal, arrived(link, false, now))
                .onErrorResume(
                        Poison::is,
                        error -> {
                            LOG.warn(
                                    "Entry {} of {} is kept, but could not be carried out",
                                    link.seq(),
                                    device,
                                    error);
                            return step(region, device, journal, arrived(link, true, now));
                        });
    }

    private static EntryArrived arrived(Link link, boolean spoilt, Instant now) {
        return new EntryArrived(link, Entries.read(link.seq(), link.entry()), spoilt, now);
    }
}
