package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.platform.jobs.RegionLock;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.Introduction;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.DeviceStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/** Tablets that a restored server does not know any more, and their own word for who they are. */
@Service
public class Introductions {

    private final DeviceStore store;
    private final JournalStore journals;
    private final CaseStore cases;
    private final ServerKey server;
    private final InstantSource clock;
    private final RegionLock lock;
    private final TransactionalOperator tx;

    Introductions(
            DeviceStore store,
            JournalStore journals,
            CaseStore cases,
            ServerKey server,
            InstantSource clock,
            RegionLock lock,
            TransactionalOperator tx) {
        this.store = store;
        this.journals = journals;
        this.cases = cases;
        this.server = server;
        this.clock = clock;
        this.lock = lock;
        this.tx = tx;
    }

    /**
     * Learns a tablet anew that was enrolled, or changed its key, after the backup that this server
     * was restored from. Known already, it stays as it is.
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
        DeviceKey newest =
                new DeviceKey(
                        who.newest().publicKey(),
                        who.newest().validFrom(),
                        who.newest().validUntil());
        return store.find(region, who.first().device())
                .hasElement()
                .flatMap(
                        there -> there ? Mono.empty() : remember(region, who, request.deviceName()))
                .then(Mono.defer(() -> store.addKey(region, who.first().device(), newest)));
    }

    private Mono<Void> remember(Region region, Introduction who, String name) {
        DeviceCertificate first = who.first();
        CaseWrite.OpenCase told =
                new CaseWrite.OpenCase(
                        UUID.nameUUIDFromBytes(
                                ("DEVICE_ADOPTED|" + first.journal())
                                        .getBytes(StandardCharsets.UTF_8)),
                        "DEVICE_ADOPTED",
                        first.journal(),
                        0,
                        null,
                        "Dieses Tablet wurde nach der letzten Sicherung angemeldet. Der Server hat es an seiner eigenen Unterschrift wiedererkannt. War es inzwischen gesperrt, bitte wieder sperren.",
                        clock.instant());
        return store.freeTillNumber(region, first.tillNumber())
                .map(
                        till ->
                                new Device(
                                        first.device(),
                                        till,
                                        Devices.shortened(name),
                                        first.publicKey(),
                                        List.of(
                                                new DeviceKey(
                                                        first.publicKey(),
                                                        first.validFrom(),
                                                        first.validUntil())),
                                        first.journal(),
                                        first.validFrom(),
                                        null,
                                        null))
                .flatMap(device -> store.insert(region, device))
                .then(
                        Mono.defer(
                                () ->
                                        journals.create(
                                                region,
                                                first.journal(),
                                                first.device(),
                                                HashChain.start(who.firstBytes()))))
                .then(Mono.defer(() -> cases.open(region, told)));
    }
}
