package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.contract.device.ServerPin;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import de.mobilermarktplatz.platform.jobs.RegionLock;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import de.mobilermarktplatz.sync.domain.KeyRolls;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.DeviceStore;
import de.mobilermarktplatz.sync.store.JournalStore;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tablets: a one-time code makes one a till, revoking stops its tours but never its uploads. */
@Service
public class Devices {

    private static final Duration CODE_LIFE = Duration.ofMinutes(10);
    private static final Duration CERTIFICATE_LIFE = KeyRolls.LIFE;
    private static final int LONGEST_NAME = 60;

    private final DeviceStore store;
    private final JournalStore journals;
    private final CaseStore cases;
    private final ServerKey server;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final RegionLock lock;
    private final TransactionalOperator tx;
    private final RecoveryKeys recovery;
    private final ServerMode mode;
    private final SecureRandom random = new SecureRandom();

    Devices(
            DeviceStore store,
            JournalStore journals,
            CaseStore cases,
            ServerKey server,
            UuidV7 ids,
            InstantSource clock,
            RegionLock lock,
            TransactionalOperator tx,
            RecoveryKeys recovery,
            MarktplatzProperties properties) {
        this.store = store;
        this.journals = journals;
        this.cases = cases;
        this.server = server;
        this.ids = ids;
        this.clock = clock;
        this.lock = lock;
        this.tx = tx;
        this.recovery = recovery;
        this.mode = properties.demo() ? ServerMode.DEMO : ServerMode.LIVE;
    }

    /**
     * A code for one tablet, valid for ten minutes: two spoken codes, so 50 bits. Only its hash is
     * kept.
     */
    public Mono<String> newCode(Region region) {
        String code = SpokenCode.random(random) + "-" + SpokenCode.random(random);
        Instant now = clock.instant();
        return store.insertCode(region, hash(code), now, now.plus(CODE_LIFE)).thenReturn(code);
    }

    public Flux<Device> all(Region region) {
        return store.all(region);
    }

    public Mono<Device> find(Region region, DeviceId device) {
        return store.find(region, device);
    }

    /** The tablet that writes, or once wrote, this journal. */
    public Mono<Device> ofJournal(Region region, JournalId journal) {
        return store.ofJournal(region, journal);
    }

    /**
     * A tablet that was away too long may fetch tours again, long enough to change its key by
     * itself.
     */
    public Mono<Void> prolong(Region region, DeviceId device) {
        return store.prolong(region, device, clock.instant().plus(KeyRolls.OVERLAP));
    }

    public Mono<Void> revoke(Region region, DeviceId device) {
        return store.revoke(region, device, clock.instant(), null, null);
    }

    /**
     * Revokes a tablet that somebody else may hold. What it uploads from now on waits for a person
     * who compares it with this time.
     *
     * @param since when it was seen last; entries of an earlier time are probably honest
     * @param note what the desk knows, at most 500 characters
     */
    public Mono<Void> stolen(Region region, DeviceId device, Instant since, String note) {
        return store.revoke(region, device, clock.instant(), since, note);
    }

    /**
     * Makes a tablet a till; fails with {@link SyncRejection.CodeInvalid} for everybody but the
     * first to use the code. The same tablet gets the same answer again while the code lives,
     * because an answer can get lost.
     */
    public Mono<EnrolmentReply> enrol(Region region, EnrolmentRequest request) {
        byte[] code = hash(request.code());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Mono<Device> device =
                store.useCode(region, code, now)
                        .flatMap(
                                first ->
                                        first
                                                ? make(region, request, now)
                                                : store.enrolledBefore(region, code, now, request))
                        .switchIfEmpty(Mono.error(() -> refused(new SyncRejection.CodeInvalid())));
        return tx.transactional(device)
                .flatMap(made -> cases.epoch(region).map(epoch -> reply(region, made, epoch)));
    }

    /**
     * The certificate over the newest of its keys, and the server's keys.
     *
     * @param device may fetch tours
     */
    public CertificateReply certificate(Region region, Device device) {
        DeviceKey newest = device.keys().getFirst();
        Bytes certificate =
                new DeviceCertificate(
                                device.id(),
                                region.id(),
                                device.journal(),
                                device.tillNumber(),
                                newest.publicKey(),
                                newest.validFrom(),
                                newest.validUntil(),
                                server.kid())
                        .encode();
        List<ServerPin> pins = pins();
        return new CertificateReply(
                certificate,
                Bytes.of(server.sign(certificate.toArray())),
                pins,
                Bytes.of(server.sign(CertificateReply.pinned(pins))));
    }

    private List<ServerPin> pins() {
        return server.pinned().entrySet().stream()
                .map(one -> new ServerPin(one.getKey(), Bytes.of(one.getValue())))
                .toList();
    }

    private Mono<Device> make(Region region, EnrolmentRequest request, Instant now) {
        return lock.hold(region, "till-numbers")
                .then(Mono.defer(() -> store.nextTillNumber(region)))
                .map(till -> device(request, till, now))
                .flatMap(
                        device ->
                                store.insert(region, device)
                                        .then(
                                                journals.create(
                                                        region,
                                                        device.journal(),
                                                        device.id(),
                                                        HashChain.start(enrolled(region, device))))
                                        .thenReturn(device));
    }

    private Device device(EnrolmentRequest request, int till, Instant now) {
        return new Device(
                new DeviceId(ids.next()),
                till,
                shortened(request.deviceName()),
                request.publicKey(),
                List.of(new DeviceKey(request.publicKey(), now, now.plus(CERTIFICATE_LIFE))),
                request.journal(),
                now,
                null,
                null);
    }

    static String shortened(String name) {
        String plain = name.strip();
        return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
    }

    /** Made from what is stored, so it is the same to the byte whenever it is asked for. */
    private Bytes enrolled(Region region, Device device) {
        return new DeviceCertificate(
                        device.id(),
                        region.id(),
                        device.journal(),
                        device.tillNumber(),
                        device.publicKey(),
                        device.enrolledAt(),
                        device.enrolledAt().plus(CERTIFICATE_LIFE),
                        server.kid())
                .encode();
    }

    private EnrolmentReply reply(Region region, Device device, long epoch) {
        Bytes certificate = enrolled(region, device);
        return new EnrolmentReply(
                device.id(),
                region.slug(),
                region.name(),
                region.zone().getId(),
                device.tillNumber(),
                Bytes.of(server.publicKey()),
                server.kid(),
                certificate,
                Bytes.of(server.sign(certificate.toArray())),
                epoch,
                clock.instant().truncatedTo(ChronoUnit.MILLIS),
                mode,
                recovery.of(region).publicKey(),
                pins());
    }

    static RejectedException refused(SyncRejection why) {
        return new RejectedException(why, HttpStatus.FORBIDDEN);
    }

    /** Typed codes are forgiven their case, spaces and dashes. */
    private static byte[] hash(String code) {
        String plain = code.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(plain.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
