package de.mobilermarktplatz.tablet.sync;

import de.mobilermarktplatz.contract.crypto.Signer;
import de.mobilermarktplatz.contract.device.RequestSignature;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Requests to the sync address of a region, signed by the device once it is enrolled. Each exchange
 * has one deadline, from connecting to the last byte: a request's own timeout ends with the headers
 * (seen on JDK 25), so a server that falls silent in the middle of an answer would hold the caller
 * for ever.
 */
final class ServerConnection implements AutoCloseable {
    static final Duration CONNECT_WITHIN = Duration.ofSeconds(3);

    /** 64 kB at 64 kbit/s take 8 seconds, and the server needs its time too. */
    static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** A whole tour; the driver looks on and may give up earlier. */
    static final Duration TOUR_WITHIN = Duration.ofSeconds(60);

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .connectTimeout(CONNECT_WITHIN)
                    .build();
    private final SecureRandom random = new SecureRandom();
    private final URI base;
    private final Supplier<Instant> serverTime;
    private final @Nullable DeviceId device;
    private final Signer key;

    /**
     * @param base such as {@code http://host/sync/v1/region}
     * @param serverTime best guess of the server's clock
     * @param device null before enrolment; then requests are not signed
     */
    ServerConnection(
            URI base, Supplier<Instant> serverTime, @Nullable DeviceId device, Signer key) {
        this.base = base;
        this.serverTime = serverTime;
        this.device = device;
        this.key = key;
    }

    ServerAnswer get(String path, Duration within) {
        return send("GET", path, new byte[0], within);
    }

    ServerAnswer post(String path, byte[] body, Duration within) {
        return send("POST", path, body, within);
    }

    private ServerAnswer send(String method, String path, byte[] body, Duration within) {
        var address = URI.create(base + path);
        var request =
                HttpRequest.newBuilder(address)
                        .header("Content-Type", Protocol.CONTENT_TYPE)
                        .header("Accept", Protocol.CONTENT_TYPE + ", application/problem+json")
                        .method(
                                method,
                                method.equals("GET")
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofByteArray(body));
        var signed = sign(request, method, address, body);
        long started = System.nanoTime();
        var exchange = http.sendAsync(signed.build(), BodyHandlers.ofByteArray());
        try {
            var response = exchange.get(within.toMillis(), TimeUnit.MILLISECONDS);
            var took = Duration.ofNanos(System.nanoTime() - started);
            int status = response.statusCode();
            return status / 100 == 2
                    ? new ServerAnswer.Fine(response.body(), took)
                    : new ServerAnswer.Refused(status, response.body(), took);
        } catch (ExecutionException e) {
            return new ServerAnswer.Unreachable(words(e.getCause()));
        } catch (TimeoutException e) {
            return new ServerAnswer.Unreachable("no answer in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new ServerAnswer.Unreachable("shutting down");
        } finally {
            // Closes the connection of an exchange that is not over; else does nothing.
            var _ = exchange.cancel(true);
        }
    }

    private static String words(@Nullable Throwable why) {
        return why == null
                ? "no network"
                : why.getMessage() == null ? why.getClass().getSimpleName() : why.getMessage();
    }

    private HttpRequest.Builder sign(
            HttpRequest.Builder request, String method, URI address, byte[] body) {
        if (device == null) {
            return request;
        }
        long millis = serverTime.get().toEpochMilli();
        var nonceBytes = new byte[16];
        random.nextBytes(nonceBytes);
        var nonce = HexFormat.of().formatHex(nonceBytes);
        var query = address.getRawQuery();
        var pathAndQuery = address.getRawPath() + (query == null ? "" : "?" + query);
        var signature =
                key.sign(RequestSignature.toSign(method, pathAndQuery, body, millis, nonce));
        return request.header(RequestSignature.VERSION, Integer.toString(Protocol.DOWN_CURRENT))
                .header(RequestSignature.DEVICE, device.toString())
                .header(RequestSignature.TIME, Long.toString(millis))
                .header(RequestSignature.NONCE, nonce)
                .header(RequestSignature.SIGNATURE, signature.base64());
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
