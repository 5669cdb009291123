package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Devices;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Where a tablet becomes a till. The one-time code is the proof, so the request needs no signature.
 */
@RestController
class EnrolmentApi {

    private final Devices devices;

    EnrolmentApi(Devices devices) {
        this.devices = devices;
    }

    @PostMapping(path = "/sync/v1/{regionSlug}/enrolments", produces = Protocol.CONTENT_TYPE)
    @Requires(Permission.SYNC)
    Mono<byte[]> enrol(Region region, @RequestBody byte[] body) {
        return Mono.fromSupplier(() -> Readings.of(() -> EnrolmentRequest.decode(body)))
                .flatMap(request -> devices.enrol(region, request))
                .map(EnrolmentReply::encode);
    }
}
