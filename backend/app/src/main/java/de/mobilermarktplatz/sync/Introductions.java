package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.platform.jobs.RegionLock;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.Introduction;
import de.mobilermarktplatz.sync.domain.KeyRolls;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.DeviceKeyStore;
import de.mobilermarktplatz.sync.store.DeviceStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tablets that a restored server does not know any more, and their own word for who they are. */
@Service
public class Introductions {

    private final DeviceStore store;
    private final DeviceKeyStore keys;
    private final JournalStore journals;
    private final CaseStore cases;
    private final ServerKey server;
    private final InstantSource clock;
    private final RegionLock lock;
    private final TransactionalOperator tx;

    Introductions(
            DeviceStore store,
            DeviceKeyStore keys,
            JournalStore journals,
            CaseStore cases,
            ServerKey server,
            InstantSource clock,
            RegionLock lock,
            TransactionalOperator tx) {
        this.store = store;
        this.keys = keys;
        this.journals = journals;
        this.cases = cases;
        this.server = server;
        this.clock = clock;
        this.lock = lock;
        this.tx = tx;
    }

    /**
     * Learns a tablet anew that was enrolled, or changed its key, after the backup that this server
     * was restored from: what it sends counts, and tours it gets once the desk has let it in. Known
     * already, it stays as it is.
     *
     * @param holdsKey whether whoever asks holds the private half of this key
     * @return empty unless this server signed its certificates
     */
    public Mono<Device> adopt(Region region, AdoptionRequest request, Predicate<Bytes> holdsKey) {
        Optional<Introduction> known =
                Introduction.of(
                        request,
                        region.id(),
                        (bytes, signature) -> server.isOwn(bytes.toArray(), signature.toArray()));
        return Mono.justOrEmpty(known)
                .filter(who -> holdsKey.test(who.newest().publicKey()))
                .flatMap(
                        who ->
                                tx.transactional(
                                        lock.hold(region, "till-numbers")
                                                .then(Mono.defer(() -> learn(region, who, request)))
                                                .then(
                                                        Mono.defer(
                                                                () ->
                                                                        store.find(
                                                                                region,
                                                                                who.first()
                                                                                        .device())))));
    }

    private Mono<Void> learn(Region region, Introduction who, AdoptionRequest request) {
        DeviceKey newest = key(who.newest());
        return store.find(region, who.first().device())
                .hasElement()
                .flatMap(
                        there -> there ? Mono.empty() : remember(region, who, request.deviceName()))
                .then(Mono.defer(() -> keys.add(region, who.first().device(), newest)))
                // As when the newer one was announced: what came before it goes on for a month.
                .then(
                        Mono.defer(
                                () ->
                                        keys.endOlder(
                                                region,
                                                who.first().device(),
                                                newest,
                                                newest.validFrom().plus(KeyRolls.OVERLAP))));
    }

    /**
     * It keeps the number that stands on its receipts, even when another tablet got that number
     * since; and gets nothing before the desk has let it in.
     */
    private Mono<Void> remember(Region region, Introduction who, String name) {
        DeviceCertificate first = who.first();
        Device device =
                new Device(
                        first.device(),
                        first.tillNumber(),
                        Enrolments.shortened(name),
                        first.publicKey(),
                        List.of(key(first)),
                        first.journal(),
                        first.validFrom(),
                        null,
                        null,
                        clock.instant());
        return store.hasTill(region, first.tillNumber())
                .flatMap(
                        taken ->
                                store.insert(region, device)
                                        .then(
                                                journals.create(
                                                        region,
                                                        first.journal(),
                                                        first.device(),
                                                        HashChain.start(who.firstBytes())))
                                        .then(cases.open(region, adopted(first)))
                                        .then(
                                                taken
                                                        ? cases.open(region, numberTwice(first))
                                                        : Mono.empty()));
    }

    private static DeviceKey key(DeviceCertificate certificate) {
        return new DeviceKey(
                certificate.publicKey(), certificate.validFrom(), certificate.validUntil());
    }

    private OpenCase adopted(DeviceCertificate first) {
        return OpenCase.about(
                "DEVICE_ADOPTED",
                first.journal(),
                0,
                null,
                "",
                "Dieses Tablet wurde nach der letzten Sicherung angemeldet. Der Server hat es an seiner eigenen Unterschrift wiedererkannt und bucht, was es schickt. Touren bekommt es erst, wenn die Leitstelle es zulässt.",
                clock.instant());
    }

    private OpenCase numberTwice(DeviceCertificate first) {
        return OpenCase.about(
                "TILL_NUMBER_TWICE",
                first.journal(),
                0,
                null,
                "",
                "Zwei Tablets drucken die Kassennummer %d: Der Server hatte sie nach seiner Wiederherstellung noch einmal vergeben."
                        .formatted(first.tillNumber()),
                clock.instant());
    }
}
