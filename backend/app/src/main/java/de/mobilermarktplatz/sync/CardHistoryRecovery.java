package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.CardFindings;
import de.mobilermarktplatz.sync.domain.CardKeys;
import de.mobilermarktplatz.sync.domain.CardProof;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.RecoveryReport;
import de.mobilermarktplatz.sync.store.JournalStore;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** One history of one journal from a card: proven, taken, and counted by what the books say. */
@Component
class CardHistoryRecovery {

    private final Devices devices;
    private final JournalStore journals;
    private final Adoption adoption;

    CardHistoryRecovery(Devices devices, JournalStore journals, Adoption adoption) {
        this.devices = devices;
        this.journals = journals;
        this.adoption = adoption;
    }

    /**
     * Takes what is new of one history.
     *
     * @param known whose journal it is
     */
    Mono<RecoveryReport.Of> take(
            Region region, Device known, JournalId journal, CardFindings.History of) {
        // An earlier history may have brought a key or continued the journal.
        return Mono.zip(
                        devices.find(region, known.id()),
                        journals.find(region, journal),
                        journals.heads(
                                region,
                                journal,
                                of.entries().isEmpty() ? 0 : of.entries().firstKey() - 1,
                                of.entries().isEmpty() ? 0 : of.entries().lastKey()))
                .flatMap(read -> proven(region, read.getT1(), read.getT2(), read.getT3(), of));
    }

    private Mono<RecoveryReport.Of> proven(
            Region region,
            Device device,
            JournalState held,
            Map<Long, Bytes> heads,
            CardFindings.History of) {
        return Mono.fromCallable(() -> CardProof.of(held, heads, of.entries(), keysOf(device)))
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(
                        proof ->
                                continued(region, device, held, proof.next())
                                        .flatMap(
                                                booked ->
                                                        report(
                                                                region, device, held, of, proof,
                                                                booked)));
    }

    private Mono<RecoveryReport.Of> report(
            Region region,
            Device device,
            JournalState held,
            CardFindings.History of,
            CardProof proof,
            Booked booked) {
        return adoption.byOperation(region, device, held.journal(), proof.behindGap())
                .map(
                        adopted ->
                                RecoveryReport.Of.of(
                                        held.journal(),
                                        device.tillNumber(),
                                        of.own(),
                                        proof,
                                        booked.upTo() - held.acked(),
                                        adopted,
                                        booked.turnedAway()));
    }

    private static CardKeys keysOf(Device device) {
        return new CardKeys(
                device.keys().stream().map(DeviceKey::publicKey).toList(),
                (key, message, signature) ->
                        ServerKey.verify(key.toArray(), message.toArray(), signature.toArray()));
    }

    /**
     * @param upTo what the journal holds afterwards
     * @param turnedAway sequences that looked proven and were not taken all the same
     */
    private record Booked(long upTo, List<Long> turnedAway) {
        Booked after(UploadBatch batch, Journals.Taken taken) {
            return switch (taken) {
                case Journals.Taken.Accepted now -> new Booked(now.reply().ack(), turnedAway);
                case Journals.Taken.Behind _, Journals.Taken.Quarantined _ ->
                        new Booked(
                                upTo,
                                Stream.concat(
                                                turnedAway.stream(),
                                                LongStream.range(0, batch.entries().size())
                                                        .mapToObj(i -> batch.from() + i))
                                        .toList());
            };
        }
    }

    private Mono<Booked> continued(
            Region region, Device device, JournalState held, List<UploadBatch> batches) {
        return Flux.fromIterable(batches)
                .concatMap(
                        batch ->
                                adoption.trusted(region, device, held.journal(), batch)
                                        .map(taken -> Map.entry(batch, taken)))
                .reduce(
                        new Booked(held.acked(), List.of()),
                        (so, next) -> so.after(next.getKey(), next.getValue()));
    }
}
