package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.store.AdoptionStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Takes entries into the books that no upload brought, after a person said so. What continues the
 * journal continues it; what cannot (another history, a gap before it) goes into a journal of its
 * own beside it, and there only what no journal of the region has.
 */
@Component
class Adoption {

    /** Entries in one transaction. */
    private static final int AT_ONCE = 200;

    private final Journals journals;
    private final Steps steps;
    private final AdoptionStore store;
    private final InstantSource clock;

    Adoption(Journals journals, Steps steps, AdoptionStore store, InstantSource clock) {
        this.journals = journals;
        this.steps = steps;
        this.store = store;
        this.clock = clock;
    }

    /** As if the tablet had sent it and were trusted. */
    Mono<Journals.Taken> trusted(
            Region region, Device device, JournalId journal, UploadBatch batch) {
        return journals.release(region, device, journal, batch).switchIfEmpty(notItsJournal());
    }

    /**
     * Adopts proven entries by their operations.
     *
     * @param journal where they stood
     * @return how many are new
     */
    Mono<Long> byOperation(Region region, Device device, JournalId journal, List<Bytes> entries) {
        if (entries.isEmpty()) {
            return Mono.just(0L);
        }
        JournalId beside = beside(journal);
        return store.ensure(region, beside, device.id(), HashChain.start(Bytes.of(name(journal))))
                .thenMany(Flux.fromIterable(entries).buffer(AT_ONCE))
                .concatMap(
                        part ->
                                steps.adopt(region, device.id(), beside, part, clock.instant())
                                        .switchIfEmpty(notItsJournal()))
                .reduce(0L, Long::sum);
    }

    /** Nothing was taken, and whoever waits for it must not think so. */
    private static <T> Mono<T> notItsJournal() {
        return Mono.error(
                () ->
                        new RejectedException(
                                new SyncRejection.ForeignJournal(), HttpStatus.CONFLICT));
    }

    /** The journal beside another one, always the same. */
    static JournalId beside(JournalId journal) {
        return new JournalId(UUID.nameUUIDFromBytes(name(journal)));
    }

    private static byte[] name(JournalId journal) {
        return ("beside " + journal).getBytes(StandardCharsets.UTF_8);
    }
}
