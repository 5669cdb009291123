package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CardFindings;
import de.mobilermarktplatz.sync.domain.RecoveryReport;
import de.mobilermarktplatz.sync.store.RecoveryStore;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * A dead tablet's sales come back from its second medium (sync.md 2.7): opened with the county's
 * key, proven by chain and signatures, taken like an upload; what had arrived already is known by
 * its operation.
 */
@Service
public class Recoveries {

    private final RecoveryStore store;
    private final Devices devices;
    private final Introductions introductions;
    private final CardHistoryRecovery histories;
    private final InstantSource clock;

    Recoveries(
            RecoveryStore store,
            Devices devices,
            Introductions introductions,
            CardHistoryRecovery histories,
            InstantSource clock) {
        this.store = store;
        this.devices = devices;
        this.introductions = introductions;
        this.histories = histories;
        this.clock = clock;
    }

    /**
     * Reads a second copy and takes what is new.
     *
     * @param file stays as it is
     * @param key of the county whose tablet wrote it
     * @param name of the file, for the record of who did this
     */
    public Mono<RecoveryReport> recover(
            Region region, Path file, RecoveryKey key, @Nullable PersonId person, String name) {
        return Mono.fromCallable(() -> read(file, key))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(
                        found ->
                                Flux.fromIterable(found.journals().entrySet())
                                        .concatMap(one -> journal(region, one))
                                        .flatMapIterable(told -> told)
                                        .collectList()
                                        .map(
                                                journals ->
                                                        new RecoveryReport(
                                                                journals,
                                                                found.damaged(),
                                                                found.foreign(),
                                                                found.journals().values().stream()
                                                                        .mapToInt(
                                                                                CardFindings.Journal
                                                                                        ::tangled)
                                                                        .sum(),
                                                                found.torn())))
                .flatMap(
                        report ->
                                store.note(
                                                region,
                                                person,
                                                name,
                                                String.join(" ", report.sentences()),
                                                clock.instant())
                                        .thenReturn(report));
    }

    private static CardFindings read(Path file, RecoveryKey key) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ);
                Arena arena = Arena.ofShared()) {
            return CardFindings.read(
                    channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), arena)
                            .asByteBuffer(),
                    key);
        }
    }

    /** One history after the other: the first continues the journal, where it can. */
    private Mono<List<RecoveryReport.Of>> journal(
            Region region, Map.Entry<JournalId, CardFindings.Journal> one) {
        JournalId journal = one.getKey();
        CardFindings.Journal found = one.getValue();
        return owner(region, journal, found)
                .flatMap(
                        device ->
                                Flux.fromIterable(found.histories())
                                        .concatMap(
                                                of -> histories.take(region, device, journal, of))
                                        .collectList())
                .switchIfEmpty(
                        Mono.fromSupplier(
                                () ->
                                        List.of(
                                                RecoveryReport.Of.stranger(
                                                        journal,
                                                        found.histories().stream()
                                                                .mapToLong(of -> of.own())
                                                                .sum()))));
    }

    /** A server that was restored meanwhile learns the tablet anew from its own signature. */
    private Mono<Device> owner(Region region, JournalId journal, CardFindings.Journal found) {
        MirrorHeader header = found.header();
        Mono<Device> learned =
                header == null
                        ? Mono.empty()
                        : introductions.adopt(
                                region,
                                new AdoptionRequest(
                                        header.certificate(),
                                        header.certificateSignature(),
                                        "Tablet von der Speicherkarte",
                                        null,
                                        null),
                                // The entries' own signatures prove the key; see CardProof.
                                _ -> true);
        return devices.ofJournal(region, journal).switchIfEmpty(learned);
    }
}
