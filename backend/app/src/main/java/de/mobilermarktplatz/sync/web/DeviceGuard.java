package de.mobilermarktplatz.sync.web;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.RequestSignature;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.sync.Device;
import de.mobilermarktplatz.sync.Devices;
import de.mobilermarktplatz.sync.Introductions;
import de.mobilermarktplatz.sync.SyncRejection;
import de.mobilermarktplatz.sync.domain.DeviceKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Lets in only requests that an enrolled device signed. */
@Component
class DeviceGuard {

    private static final Duration WINDOW = Duration.ofMinutes(5);

    private final Devices devices;
    private final Introductions introductions;
    private final Nonces nonces;
    private final InstantSource clock;

    DeviceGuard(Devices devices, Introductions introductions, Nonces nonces, InstantSource clock) {
        this.devices = devices;
        this.introductions = introductions;
        this.nonces = nonces;
        this.clock = clock;
    }

    /**
     * For uploads: any time, any of its keys and any repetition is fine, because an upload that is
     * repeated changes nothing.
     */
    Mono<Device> uploading(Region region, ServerHttpRequest request, byte[] body) {
        return signed(region, request, body).map(Signed::device);
    }

    /**
     * For everything else: within five minutes of the server's time, once, by a key that is valid
     * now, and not by a device that is revoked or waits for the desk.
     */
    Mono<Device> asking(Region region, ServerHttpRequest request) {
        return signed(region, request, new byte[0])
                .flatMap(signed -> allowed(signed, request.getHeaders()));
    }

    private Mono<Device> allowed(Signed signed, HttpHeaders headers) {
        Device device = signed.device();
        Instant now = clock.instant();
        if (device.revokedAt() != null) {
            return refuse(new SyncRejection.DeviceRevoked(), HttpStatus.FORBIDDEN);
        }
        if (device.waitsSince() != null) {
            return refuse(new SyncRejection.DeviceWaits(), HttpStatus.FORBIDDEN);
        }
        int version = version(headers);
        if (version < Protocol.DOWN_OLDEST) {
            return refuse(
                    new SyncRejection.ProgramTooOld(version, Protocol.DOWN_OLDEST),
                    HttpStatus.UPGRADE_REQUIRED);
        }
        if (!now.isBefore(signed.key().validUntil())) {
            return refuse(
                    now.isBefore(device.certifiedUntil())
                            ? new SyncRejection.KeyEnded()
                            : new SyncRejection.CertificateExpired(),
                    HttpStatus.FORBIDDEN);
        }
        Instant sent = Instant.ofEpochMilli(time(headers));
        if (Duration.between(sent, now).abs().compareTo(WINDOW) > 0) {
            return invalid("die Zeit weicht um mehr als fünf Minuten ab");
        }
        return nonces.first(device.id(), header(headers, RequestSignature.NONCE), sent)
                ? Mono.just(device)
                : invalid("die Anfrage wurde wiederholt");
    }

    /**
     * For a tablet that this server may not know any more: the certificate says whose signature the
     * request must bear, and the server's own signature whether to believe the certificate.
     */
    Mono<Device> introducing(
            Region region, ServerHttpRequest request, byte[] body, AdoptionRequest introduction) {
        return introductions
                .adopt(region, introduction, key -> isSigned(request, body, key))
                .switchIfEmpty(invalid("die Zulassung ist nicht von diesem Server"));
    }

    private static boolean isSigned(ServerHttpRequest request, byte[] body, Bytes key) {
        HttpHeaders headers = request.getHeaders();
        try {
            return ServerKey.verify(
                    key.toArray(),
                    message(request, body),
                    Base64.getDecoder().decode(header(headers, RequestSignature.SIGNATURE)));
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    private static byte[] message(ServerHttpRequest request, byte[] body) {
        HttpHeaders headers = request.getHeaders();
        return RequestSignature.toSign(
                request.getMethod().name(),
                pathAndQuery(request.getURI()),
                body,
                time(headers),
                header(headers, RequestSignature.NONCE));
    }

    /** Who signed, and with which of its keys. */
    private record Signed(Device device, DeviceKey key) {}

    private Mono<Signed> signed(Region region, ServerHttpRequest request, byte[] body) {
        HttpHeaders headers = request.getHeaders();
        DeviceId id;
        byte[] signature;
        try {
            id = DeviceId.of(header(headers, RequestSignature.DEVICE));
            signature = Base64.getDecoder().decode(header(headers, RequestSignature.SIGNATURE));
        } catch (IllegalArgumentException e) {
            return invalid("die Kopfzeilen fehlen oder sind unlesbar");
        }
        byte[] message = message(request, body);
        return devices.find(region, id)
                .switchIfEmpty(refuse(new SyncRejection.DeviceUnknown(), HttpStatus.UNAUTHORIZED))
                .flatMap(
                        device ->
                                Mono.justOrEmpty(
                                        device.signer(message, signature)
                                                .map(key -> new Signed(device, key))))
                .switchIfEmpty(invalid("die Unterschrift passt nicht"));
    }

    private static String pathAndQuery(URI uri) {
        String query = uri.getRawQuery();
        return query == null ? uri.getRawPath() : uri.getRawPath() + "?" + query;
    }

    private static String header(HttpHeaders headers, String name) {
        String value = headers.getFirst(name);
        return value == null ? "" : value;
    }

    /** Programs of the first version did not say which they are. */
    private static int version(HttpHeaders headers) {
        String said = header(headers, RequestSignature.VERSION);
        return said.matches("\\d{1,6}") ? Integer.parseInt(said) : 1;
    }

    private static long time(HttpHeaders headers) {
        try {
            return Long.parseLong(header(headers, RequestSignature.TIME));
        } catch (NumberFormatException e) {
            return 0;
        }
    }

    private static <T> Mono<T> invalid(String reason) {
        return refuse(new SyncRejection.SignatureInvalid(reason), HttpStatus.UNAUTHORIZED);
    }

    private static <T> Mono<T> refuse(SyncRejection why, HttpStatus status) {
        return Mono.error(() -> new RejectedException(why, status));
    }
}
