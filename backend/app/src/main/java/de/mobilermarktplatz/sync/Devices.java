package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.KeyRolls;
import de.mobilermarktplatz.sync.store.DeviceKeyStore;
import de.mobilermarktplatz.sync.store.DeviceStore;
import de.mobilermarktplatz.sync.store.EnrolmentStore;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tablets: a one-time code makes one a till, revoking stops its tours but never its uploads. */
@Service
public class Devices {

    private final DeviceStore store;
    private final DeviceKeyStore keys;
    private final EnrolmentStore codes;
    private final Enrolments enrolments;
    private final Certificates certificates;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    Devices(
            DeviceStore store,
            DeviceKeyStore keys,
            EnrolmentStore codes,
            Enrolments enrolments,
            Certificates certificates,
            InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.codes = codes;
        this.enrolments = enrolments;
        this.certificates = certificates;
        this.clock = clock;
    }

    /** A code for one tablet, valid for ten minutes. */
    public Mono<String> newCode(Region region) {
        String code = OneTimeCode.fresh(random);
        Instant now = clock.instant();
        return codes.insertCode(region, OneTimeCode.hash(code), now, now.plus(OneTimeCode.LIFE))
                .thenReturn(code);
    }

    /**
     * Makes a tablet a till; fails with {@link SyncRejection.CodeInvalid} for everybody but the
     * first to use the code. A tablet whose answer got lost gets the same one again: with the same
     * code while it lives, with a new one as long as nothing that it sent is here.
     */
    public Mono<EnrolmentReply> enrol(Region region, EnrolmentRequest request) {
        return enrolments.enrol(region, request);
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
     * The certificate over the newest of its keys, and the server's keys.
     *
     * @param device may fetch tours
     */
    public CertificateReply certificate(Region region, Device device) {
        return certificates.newest(region, device);
    }

    /**
     * A tablet that was away too long may fetch tours again, long enough to change its key by
     * itself.
     */
    public Mono<Void> prolong(Region region, DeviceId device) {
        return keys.prolong(region, device, clock.instant().plus(KeyRolls.OVERLAP));
    }

    /** The desk knows a tablet that this server had forgotten: it may ask for tours again. */
    public Mono<Void> letIn(Region region, DeviceId device) {
        return store.letIn(region, device);
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
}
