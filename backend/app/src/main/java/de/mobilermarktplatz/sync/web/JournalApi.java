package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.Journals;
import de.mobilermarktplatz.sync.SyncRejection;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Where journals come up. 200 and 409 carry an acknowledgement; nothing else says anything about
 * what is held.
 */
@RestController
class JournalApi {

    private static final MediaType CBOR = MediaType.valueOf(Protocol.CONTENT_TYPE);

    private final DeviceGuard guard;
    private final Journals journals;

    JournalApi(DeviceGuard guard, Journals journals) {
        this.guard = guard;
        this.journals = journals;
    }

    @PostMapping("/sync/v1/{regionSlug}/journals/{journal}/entries")
    @Requires(Permission.SYNC)
    Mono<ResponseEntity<byte[]>> upload(
            Region region,
            @PathVariable String journal,
            @RequestParam long from,
            @RequestBody byte[] body,
            ServerHttpRequest request) {
        return guard.uploading(region, request, body)
                .flatMap(
                        device ->
                                take(
                                        region,
                                        device,
                                        Readings.of(() -> JournalId.of(journal)),
                                        from,
                                        body))
                .map(JournalApi::answer);
    }

    private Mono<Journals.Taken> take(
            Region region, Device device, JournalId journal, long from, byte[] body) {
        UploadBatch batch = Batches.read(body, from);
        return journals.take(region, device, journal, batch, body)
                .switchIfEmpty(
                        Mono.error(
                                () ->
                                        new RejectedException(
                                                new SyncRejection.ForeignJournal(),
                                                HttpStatus.FORBIDDEN)));
    }

    private static ResponseEntity<byte[]> answer(Journals.Taken taken) {
        return switch (taken) {
            case Journals.Taken.Accepted accepted ->
                    ResponseEntity.ok().contentType(CBOR).body(accepted.reply().encode());
            case Journals.Taken.Behind behind ->
                    ResponseEntity.status(HttpStatus.CONFLICT)
                            .contentType(CBOR)
                            .body(behind.reply().encode());
            case Journals.Taken.Quarantined quarantined ->
                    throw new RejectedException(
                            quarantined.kept()
                                    ? new SyncRejection.Quarantined(
                                            quarantined.reason(), quarantined.upTo())
                                    : new SyncRejection.QuarantineFull(quarantined.reason()),
                            quarantined.kept()
                                    ? HttpStatus.UNPROCESSABLE_CONTENT
                                    : HttpStatus.INSUFFICIENT_STORAGE);
        };
    }
}
