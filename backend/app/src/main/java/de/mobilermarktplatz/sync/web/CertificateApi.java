package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Permission;
import de.mobilermarktplatz.platform.security.Requires;
import de.mobilermarktplatz.sync.Devices;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import reactor.core.publisher.Mono;

/**
 * Certificates after the enrolment: a new one for a new key, an old one for a server that forgot.
 */
@RestController
class CertificateApi {

    private final DeviceGuard guard;
    private final Devices devices;

    CertificateApi(DeviceGuard guard, Devices devices) {
        this.guard = guard;
        this.devices = devices;
    }

    @GetMapping(path = "/sync/v1/{regionSlug}/certificate", produces = Protocol.CONTENT_TYPE)
    @Requires(Permission.SYNC)
    Mono<byte[]> certificate(Region region, ServerHttpRequest request) {
        return guard.asking(region, request)
                .map(device -> devices.certificate(region, device).encode());
    }

    /** Answers the same for a tablet that is known: asking again changes nothing. */
    @PostMapping(path = "/sync/v1/{regionSlug}/adoptions", produces = Protocol.CONTENT_TYPE)
    @Requires(Permission.SYNC)
    Mono<byte[]> adopt(Region region, @RequestBody byte[] body, ServerHttpRequest request) {
        AdoptionRequest introduction = Readings.of(() -> AdoptionRequest.decode(body));
        return guard.introducing(region, request, body, introduction)
                .map(device -> devices.certificate(region, device))
                .map(CertificateReply::encode);
    }
}
