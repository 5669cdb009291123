package de.mobilermarktplatz.tablet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import de.mobilermarktplatz.contract.crypto.Ed25519;
import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.RequestSignature;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.contract.device.ServerPin;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.contract.tour.TourLease;
import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.TourSummary;
import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The sync endpoints with real chains and signatures, one journal per enrolled tablet, and faults
 * on demand.
 */
public final class FakeBackend implements AutoCloseable {
    public static final String CODE =
            SpokenCode.random(new Random(7)) + "-" + SpokenCode.random(new Random(8));

    public final Ed25519KeyPair key = Ed25519KeyPair.generate(new SecureRandom());

    /** Told to tablets at their enrolment; signs instead of the first once it is switched. */
    private final Ed25519KeyPair nextKey = Ed25519KeyPair.generate(new SecureRandom());

    public volatile boolean usesItsNextKey;

    /** Restored from a backup that is older than the tablet's enrolment. */
    public volatile boolean forgotten;

    public final RecoveryKey recovery = new RecoveryKey(Bytes.ofHex("17".repeat(32)));
    public final List<Bytes> inbox = new ArrayList<>();
    public final List<Bytes> heads = new ArrayList<>();
    public final AtomicInteger uploads = new AtomicInteger();
    public final AtomicInteger repeatedEntries = new AtomicInteger();
    public final TourSnapshot tour;
    public int largestBatch;
    public int bytesReceived;
    public long epoch = 1;
    public long durable;
    public Duration clockAhead = Duration.ZERO;
    public ServerMode mode = ServerMode.LIVE;

    /** So many of the next uploads are committed, but their replies get lost. */
    public final AtomicInteger losesReplies = new AtomicInteger();

    /** So many of the next uploads are refused with this status. */
    public final AtomicInteger refusals = new AtomicInteger();

    public int refusalStatus = 500;
    public String refusalBody = "{\"title\":\"Gerade nicht\"}";
    public boolean forgesAcks;

    /** Status that the list of tours is refused with, 0 for none. */
    public int refusesTours;

    public final AtomicInteger losesEnrolmentReplies = new AtomicInteger();

    private @Nullable HttpServer http;
    private int port;
    private @Nullable EnrolmentReply enrolled;
    private @Nullable Bytes devicePublicKey;
    private @Nullable JournalId journal;

    public FakeBackend(TourSnapshot tour) throws IOException {
        this.tour = tour;
        up();
    }

    public String address() {
        return "http://127.0.0.1:" + port + "/sync/v1/salzland";
    }

    public void up() throws IOException {
        var server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        port = server.getAddress().getPort();
        http = server;
    }

    /** The network is gone: connections are refused. */
    public void down() {
        if (http != null) {
            http.stop(0);
            http = null;
        }
    }

    @Override
    public void close() {
        down();
    }

    /** Back to an older backup; a real server does not know yet that this happened. */
    public synchronized void restoreTo(int entries) {
        while (inbox.size() > entries) {
            inbox.removeLast();
            heads.removeLast();
        }
    }

    public synchronized List<JournalEntry> journal() {
        return inbox.stream()
                .map(bytes -> (JournalEntry) EntryCodec.decode(bytes.toArray()))
                .toList();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var body = exchange.getRequestBody().readAllBytes();
            var path = exchange.getRequestURI().getPath().substring("/sync/v1/salzland".length());
            if (path.equals("/enrolments")) {
                enrol(exchange, EnrolmentRequest.decode(body));
            } else if (path.equals("/adoptions")) {
                var introduced = AdoptionRequest.decode(body).certificate();
                forgotten &= enrolled == null || !introduced.equals(enrolled.certificate());
                answer(exchange, forgotten ? 401 : 200, new byte[0]);
            } else if (forgotten || !isSigned(exchange, body)) {
                answer(exchange, 401, "{\"title\":\"Nicht unterschrieben\"}".getBytes());
            } else if (path.equals("/tours") && refusesTours > 0) {
                answer(exchange, refusesTours, refusalBody.getBytes(StandardCharsets.UTF_8));
            } else if (path.equals("/tours")) {
                var summary =
                        new TourSummary(
                                tour.tour(),
                                tour.day(),
                                tour.van(),
                                tour.vanName(),
                                1,
                                2,
                                0,
                                false);
                answer(exchange, 200, new TourList(List.of(summary), now()).encode());
            } else if (path.equals("/tours/" + tour.tour() + "/lease")) {
                answer(exchange, 200, new TourLease(tour.tour(), tour.generation()).encode());
            } else if (path.equals("/tours/" + tour.tour() + "/snapshot")) {
                answer(exchange, 200, tour.encode());
            } else if (path.equals("/journals/" + journal + "/entries")) {
                upload(exchange, body);
            } else {
                answer(exchange, 404, "{\"title\":\"Gibt es nicht\"}".getBytes());
            }
        }
    }

    private synchronized void enrol(HttpExchange exchange, EnrolmentRequest request)
            throws IOException {
        boolean again = request.publicKey().equals(devicePublicKey);
        if (!request.code().equals(CODE) || (devicePublicKey != null && !again)) {
            answer(
                    exchange,
                    410,
                    "{\"detail\":\"Der Code gilt nicht mehr.\"}".getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (enrolled == null) {
            devicePublicKey = request.publicKey();
            journal = request.journal();
            var device = new DeviceId(UUID.randomUUID());
            var certificate =
                    new DeviceCertificate(
                                    device,
                                    new RegionId(UUID.randomUUID()),
                                    request.journal(),
                                    3,
                                    request.publicKey(),
                                    now(),
                                    now().plus(Duration.ofDays(90)),
                                    1)
                            .encode();
            heads.add(HashChain.start(certificate));
            enrolled =
                    new EnrolmentReply(
                            device,
                            "salzland",
                            "Muster-Landkreis",
                            "Europe/Berlin",
                            3,
                            key.publicKey(),
                            1,
                            certificate,
                            key.sign(certificate.toArray()),
                            epoch,
                            now(),
                            mode,
                            recovery.publicKey(),
                            List.of(
                                    new ServerPin(1, key.publicKey()),
                                    new ServerPin(2, nextKey.publicKey())));
        }
        if (losesEnrolmentReplies.getAndDecrement() > 0) {
            return;
        }
        answer(exchange, 200, enrolled.encode());
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        var headers = exchange.getRequestHeaders();
        var time = headers.getFirst(RequestSignature.TIME);
        if (time == null || devicePublicKey == null) {
            return false;
        }
        var signed =
                RequestSignature.toSign(
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().toString(),
                        body,
                        Long.parseLong(time),
                        headers.getFirst(RequestSignature.NONCE));
        boolean upload = exchange.getRequestURI().getPath().contains("/journals/");
        var sent = Instant.ofEpochMilli(Long.parseLong(time));
        if (!upload && Duration.between(sent, now()).abs().toMinutes() >= 5) {
            return false;
        }
        var signature = Base64.getDecoder().decode(headers.getFirst(RequestSignature.SIGNATURE));
        return Ed25519.verify(devicePublicKey, signed, Bytes.of(signature));
    }

    private synchronized void upload(HttpExchange exchange, byte[] body) throws IOException {
        uploads.incrementAndGet();
        bytesReceived += body.length;
        if (refusals.getAndDecrement() > 0) {
            answer(exchange, refusalStatus, refusalBody.getBytes(StandardCharsets.UTF_8));
            return;
        }
        var batch = UploadBatch.decode(body);
        largestBatch = Math.max(largestBatch, batch.entries().size());
        // A server that holds less than it once signed for was restored and says so by its epoch.
        if (batch.lastAck() != null && batch.lastAck().ack() > inbox.size()) {
            epoch = Math.max(epoch, batch.epochSeen() + 1);
        }
        if (batch.from() > inbox.size() + 1) {
            answer(exchange, 409, reply().encode());
            return;
        }
        if (!take(batch)) {
            answer(exchange, 422, "{\"title\":\"Kette gebrochen\"}".getBytes());
            return;
        }
        if (losesReplies.getAndDecrement() > 0) {
            return;
        }
        answer(exchange, 200, reply().encode());
    }

    private boolean take(UploadBatch batch) {
        long seq = batch.from() - 1;
        var head = heads.get((int) seq);
        if (!head.startsWith(batch.prevHash8())) {
            return false;
        }
        var news = new HashMap<Long, Bytes>();
        var newHeads = new HashMap<Long, Bytes>();
        for (var entry : batch.entries()) {
            seq++;
            head = HashChain.next(journal, seq, head, entry);
            if (seq <= inbox.size()) {
                repeatedEntries.incrementAndGet();
                if (!inbox.get((int) seq - 1).equals(entry)) {
                    return false;
                }
            } else {
                news.put(seq, entry);
                newHeads.put(seq, head);
            }
        }
        if (!Ed25519.verify(devicePublicKey, head.toArray(), batch.signature())) {
            return false;
        }
        news.keySet().stream()
                .sorted()
                .forEach(
                        n -> {
                            inbox.add(news.get(n));
                            heads.add(newHeads.get(n));
                        });
        return true;
    }

    private UploadReply reply() {
        long ack = inbox.size();
        var head = heads.getLast();
        var signer = usesItsNextKey ? nextKey : key;
        var signature = signer.sign(new AckStatement(journal, ack, head).toSign());
        if (forgesAcks) {
            signature = Ed25519KeyPair.generate(new SecureRandom()).sign(new byte[] {1});
        }
        return new UploadReply(
                ack, head.first(8), durable, epoch, now(), 1, 1, Map.of(), signature);
    }

    private Instant now() {
        return Instant.now().plus(clockAhead);
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        exchange.getResponseBody().write(body);
    }
}
