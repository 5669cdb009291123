package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.jobs.RegionLock;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.JournalState;
import de.mobilermarktplatz.sync.domain.KeyRolls;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.DeviceKeyStore;
import de.mobilermarktplatz.sync.store.DeviceStore;
import de.mobilermarktplatz.sync.store.EnrolmentStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Turns one-time codes into tills. An answer can get lost: the same tablet gets the same answer
 * again, with the same code while that lives and with any new code as long as it has sent nothing.
 */
@Component
class Enrolments {

    private static final int LONGEST_NAME = 60;

    private final EnrolmentStore store;
    private final DeviceStore devices;
    private final DeviceKeyStore keys;
    private final JournalStore journals;
    private final CaseStore cases;
    private final Certificates certificates;
    private final ServerKey server;
    private final RecoveryKeys recovery;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final RegionLock lock;
    private final TransactionalOperator tx;
    private final ServerMode mode;

    Enrolments(
            EnrolmentStore store,
            DeviceStore devices,
            DeviceKeyStore keys,
            JournalStore journals,
            CaseStore cases,
            Certificates certificates,
            ServerKey server,
            RecoveryKeys recovery,
            UuidV7 ids,
            InstantSource clock,
            RegionLock lock,
            TransactionalOperator tx,
            MarktplatzProperties properties) {
        this.store = store;
        this.devices = devices;
        this.keys = keys;
        this.journals = journals;
        this.cases = cases;
        this.certificates = certificates;
        this.server = server;
        this.recovery = recovery;
        this.ids = ids;
        this.clock = clock;
        this.lock = lock;
        this.tx = tx;
        this.mode = properties.demo() ? ServerMode.DEMO : ServerMode.LIVE;
    }

    /** Fails with a {@link SyncRejection} for a wrong code and for another tablet's journal. */
    Mono<EnrolmentReply> enrol(Region region, EnrolmentRequest request) {
        byte[] code = OneTimeCode.hash(request.code());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Mono<Device> device =
                store.useCode(region, code, now)
                        .flatMap(
                                first ->
                                        first
                                                ? madeOrFound(region, request, now)
                                                        .flatMap(made -> noted(region, code, made))
                                                : store.before(region, code, now, request))
                        .switchIfEmpty(
                                refused(new SyncRejection.CodeInvalid(), HttpStatus.FORBIDDEN));
        return tx.transactional(device).flatMap(made -> reply(region, made));
    }

    private Mono<Device> noted(Region region, byte[] code, Device made) {
        return store.note(region, code, made.id()).thenReturn(made);
    }

    private Mono<Device> madeOrFound(Region region, EnrolmentRequest request, Instant now) {
        return lock.hold(region, "till-numbers")
                .then(Mono.defer(() -> store.withJournal(region, request.journal())))
                .flatMap(before -> again(region, before, request, now))
                .switchIfEmpty(Mono.defer(() -> make(region, request, now)));
    }

    /** Its first answer never arrived: nothing that it sent is here. */
    private Mono<Device> again(
            Region region, Device before, EnrolmentRequest request, Instant now) {
        if (before.revokedAt() != null) {
            return refused(new SyncRejection.DeviceRevoked(), HttpStatus.FORBIDDEN);
        }
        return journals.find(region, request.journal())
                .filter(
                        journal ->
                                journal.acked() == 0
                                        && before.publicKey().equals(request.publicKey()))
                .switchIfEmpty(
                        refused(
                                new SyncRejection.EnrolledAlready(before.tillNumber()),
                                HttpStatus.CONFLICT))
                .then(devices.letIn(region, before.id()))
                .then(keys.prolong(region, before.id(), now.plus(KeyRolls.OVERLAP)))
                .thenReturn(before);
    }

    private Mono<Device> make(Region region, EnrolmentRequest request, Instant now) {
        return store.nextTillNumber(region)
                .map(till -> device(request, till, now))
                .flatMap(
                        device ->
                                devices.insert(region, device)
                                        .then(
                                                journals.create(
                                                        region,
                                                        device.journal(),
                                                        device.id(),
                                                        HashChain.start(
                                                                certificates.enrolment(
                                                                        region, device))))
                                        .thenReturn(device));
    }

    private Device device(EnrolmentRequest request, int till, Instant now) {
        return new Device(
                new DeviceId(ids.next()),
                till,
                shortened(request.deviceName()),
                request.publicKey(),
                List.of(new DeviceKey(request.publicKey(), now, now.plus(KeyRolls.LIFE))),
                request.journal(),
                now,
                null,
                null,
                null);
    }

    static String shortened(String name) {
        String plain = name.strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    private Mono<EnrolmentReply> reply(Region region, Device device) {
        return Mono.zip(
                journals.find(region, device.journal()).map(JournalState::start),
                cases.epoch(region),
                (start, epoch) -> reply(region, device, start, epoch));
    }

    private EnrolmentReply reply(Region region, Device device, Bytes start, long epoch) {
        Bytes certificate = certificates.enrolment(region, device, start);
        return new EnrolmentReply(
                device.id(),
                region.slug(),
                region.name(),
                region.zone().getId(),
                device.tillNumber(),
                Bytes.of(server.publicKey()),
                server.kid(),
                certificate,
                certificates.signed(certificate),
                epoch,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                mode,
                recovery.of(region).publicKey(),
                certificates.pins());
    }

    private static <T> Mono<T> refused(SyncRejection why, HttpStatus status) {
        return Mono.error(() -> new RejectedException(why, status));
    }
}
