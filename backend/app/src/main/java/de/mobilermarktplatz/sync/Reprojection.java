package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.Arrival.EntryUnderstood;
import de.mobilermarktplatz.sync.domain.Entries;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.store.WaitingStore;
import de.mobilermarktplatz.sync.store.WaitingStore.Waiting;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Carries out entries that arrived before this server could read them, or that it could not carry
 * out: after an upgrade the books catch up by themselves. Each is carried out once, in a
 * transaction that also says so; one that could not be is tried again by the next program, not by
 * this one.
 */
@Component
class Reprojection implements RegionJob {

    private static final Logger LOG = LoggerFactory.getLogger(Reprojection.class);
    private static final int AT_A_TIME = 200;
    private static final int MOST_IN_VAIN = 10_000;
    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final WaitingStore waiting;
    private final Steps steps;
    private final InstantSource clock;
    private final BiFunction<Long, Bytes, ReadEntry> reader;

    /** What this program cannot carry out; a new version is a new program. */
    private final Set<Place> inVain = ConcurrentHashMap.newKeySet();

    @Autowired
    Reprojection(WaitingStore waiting, Steps steps, InstantSource clock) {
        this(waiting, steps, clock, Entries::read);
    }

    /**
     * @param reader reads raw entries, as the codec of a later version will
     */
    Reprojection(
            WaitingStore waiting,
            Steps steps,
            InstantSource clock,
            BiFunction<Long, Bytes, ReadEntry> reader) {
        this.waiting = waiting;
        this.steps = steps;
        this.clock = clock;
        this.reader = reader;
    }

    @Override
    public String name() {
        return "sync.reprojection";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public Mono<Void> run(Region region) {
        return from(region, BEFORE_ALL, 0);
    }

    private Mono<Void> from(Region region, UUID journal, long seq) {
        return waiting.behind(region, journal, seq, AT_A_TIME)
                .collectList()
                .flatMap(
                        page ->
                                page.isEmpty()
                                        ? Mono.empty()
                                        : Flux.fromIterable(page)
                                                .concatMap(one -> understand(region, one))
                                                .then(
                                                        from(
                                                                region,
                                                                page.getLast().journal().value(),
                                                                page.getLast().seq())));
    }

    /** One that still cannot be read, or not be carried out, goes on waiting and stops nobody. */
    private Mono<Void> understand(Region region, Waiting one) {
        ReadEntry read = reader.apply(one.seq(), one.entry());
        Place place = new Place(one.journal(), one.seq());
        if (!(read instanceof JournalEntry) || inVain.contains(place)) {
            return Mono.empty();
        }
        return steps.understood(
                        region,
                        one.device(),
                        one.journal(),
                        new EntryUnderstood(one.seq(), read, clock.instant()))
                .then(Mono.defer(() -> waiting.waits(region, one.journal(), one.seq())))
                .doOnNext(still -> remember(still, place))
                .then()
                .onErrorResume(
                        Poison::is,
                        error -> {
                            remember(true, place);
                            LOG.warn(
                                    "Entry {} of {} can be read by now, but not be carried out",
                                    one.seq(),
                                    one.device(),
                                    error);
                            return Mono.empty();
                        });
    }

    private void remember(boolean still, Place place) {
        if (still && inVain.size() < MOST_IN_VAIN) {
            var _ = inVain.add(place);
        }
    }
}
