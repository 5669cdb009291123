package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.RequestSignature;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorSealer;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The smallest tablet that speaks the protocol: keeps its chain in memory and lies when a story
 * wants it to.
 */
final class TestTablet {

    private final TestHttp http;
    private final Region region;
    private final UuidV7 ids;
    private final TestClock clock;
    private final HttpClient client = HttpClient.newHttpClient();
    private final SecureRandom random = new SecureRandom();
    Ed25519KeyPair key = Ed25519KeyPair.generate(random);
    final JournalId journal;
    private final BootId boot = new BootId(UUID.randomUUID());
    private final List<Bytes> entries = new ArrayList<>();
    private final List<Bytes> heads = new ArrayList<>();
    private final List<Bytes> signatures = new ArrayList<>();
    private @Nullable EnrolmentReply enrolment;

    /** What it says of its program; null for the first ones, which said nothing. */
    @Nullable String version;

    /** How far this tablet's own clock is behind the server's. */
    Duration behind = Duration.ZERO;

    TestTablet(TestHttp http, Region region, UuidV7 ids, TestClock clock) {
        this.http = http;
        this.region = region;
        this.ids = ids;
        this.clock = clock;
        this.journal = new JournalId(ids.next());
    }

    int enrol(String code) {
        HttpResponse<byte[]> answer =
                post(
                        "/enrolments",
                        new EnrolmentRequest(code, key.publicKey(), "Tablet", journal).encode(),
                        false);
        if (answer.statusCode() == 200) {
            enrolment = EnrolmentReply.decode(answer.body());
            if (heads.isEmpty()) {
                heads.add(HashChain.start(enrolment.certificate()));
            }
        }
        return answer.statusCode();
    }

    EnrolmentReply enrolment() {
        assertThat(enrolment).isNotNull();
        return Objects.requireNonNull(enrolment);
    }

    OpId writes(EntryBody body) {
        return writesAt(clock.instant(), body);
    }

    OpId writesAt(Instant wall, EntryBody body) {
        return writes(wall, 0, body);
    }

    /** As the holder of a tour's lease. */
    OpId writesOnTour(long generation, EntryBody body) {
        return writes(clock.instant(), generation, body);
    }

    private OpId writes(Instant wall, long generation, EntryBody body) {
        OpId op = new OpId(ids.next());
        int seq = entries.size() + 1;
        JournalEntry entry = JournalEntry.of(seq, op, generation, wall, 1000L + seq, boot, 0, body);
        writesRaw(EntryCodec.encode(entry));
        return op;
    }

    void writesRaw(byte[] entry) {
        Bytes bytes = Bytes.of(entry);
        heads.add(HashChain.next(journal, entries.size() + 1, heads.getLast(), bytes));
        entries.add(bytes);
        signatures.add(key.sign(heads.getLast().toArray()));
    }

    /** Forgets its last entry, as a copied image would. */
    void forgetsItsLastEntry() {
        entries.removeLast();
        heads.removeLast();
        signatures.removeLast();
    }

    HttpResponse<byte[]> uploads(int from) {
        return uploads(from, null);
    }

    HttpResponse<byte[]> uploads(int from, @Nullable SignedAck lastAck) {
        return send(
                from,
                new UploadBatch(
                        Protocol.CURRENT,
                        enrolment().epoch(),
                        from,
                        heads.get(from - 1).first(8),
                        List.copyOf(entries.subList(from - 1, entries.size())),
                        key.sign(heads.getLast().toArray()),
                        lastAck));
    }

    HttpResponse<byte[]> send(int from, UploadBatch batch) {
        return post("/journals/" + journal + "/entries?from=" + from, batch.encode(), true);
    }

    /** Whatever bytes, with an honest signature over the request. */
    HttpResponse<byte[]> sendBytes(long from, byte[] body) {
        return post("/journals/" + journal + "/entries?from=" + from, body, true);
    }

    HttpResponse<byte[]> sendTo(String path, byte[] body) {
        return post(path, body, true);
    }

    /** An honest batch of everything from here on. */
    UploadBatch batch(int from) {
        return batch(from, Protocol.CURRENT, heads.get(from - 1).first(8));
    }

    UploadBatch batch(int from, int proto, Bytes before) {
        return new UploadBatch(
                proto,
                enrolment().epoch(),
                from,
                before,
                List.copyOf(entries.subList(from - 1, entries.size())),
                key.sign(heads.getLast().toArray()),
                null);
    }

    UploadBatch batchSignedByAStranger() {
        return new UploadBatch(
                Protocol.CURRENT,
                1,
                1,
                heads.getFirst().first(8),
                List.copyOf(entries),
                Ed25519KeyPair.generate(random).sign(heads.getLast().toArray()),
                null);
    }

    /** Chain head after an entry. */
    Bytes head(int seq) {
        return heads.get(seq);
    }

    /** The second copy as a tablet writes it, of entries from {@code from} to {@code to}. */
    byte[] card(int from, int to) {
        MirrorSealer sealer =
                MirrorSealer.to(Objects.requireNonNull(enrolment().recoveryKey()), random);
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        file.writeBytes(
                sealer.seal(
                        new MirrorHeader(
                                journal,
                                enrolment().certificate(),
                                enrolment().certificateSignature())));
        for (int seq = from; seq <= to; seq++) {
            Bytes hash = heads.get(seq);
            file.writeBytes(
                    sealer.seal(
                            new MirrorEntry(
                                    journal,
                                    seq,
                                    entries.get(seq - 1),
                                    hash,
                                    signatures.get(seq - 1))));
        }
        return file.toByteArray();
    }

    /** What it does when the server says that it knows no such tablet. */
    HttpResponse<byte[]> introducesItself() {
        return introducesItselfTo(region);
    }

    HttpResponse<byte[]> introducesItself(CertificateReply newest) {
        return post(
                "/adoptions",
                new AdoptionRequest(
                                enrolment().certificate(),
                                enrolment().certificateSignature(),
                                "Tablet",
                                newest.certificate(),
                                newest.certificateSignature())
                        .encode(),
                true);
    }

    HttpResponse<byte[]> introducesItselfTo(Region another) {
        return exchange(
                another,
                "POST",
                "/adoptions",
                new AdoptionRequest(
                                enrolment().certificate(),
                                enrolment().certificateSignature(),
                                "Tablet",
                                null,
                                null)
                        .encode(),
                true);
    }

    Bytes head() {
        return heads.getLast();
    }

    HttpResponse<byte[]> get(String path) {
        return exchange("GET", path, new byte[0], true);
    }

    HttpResponse<byte[]> leases(TourId tour) {
        return post("/tours/" + tour + "/lease", new byte[0], true);
    }

    private HttpResponse<byte[]> post(String path, byte[] body, boolean signed) {
        return exchange("POST", path, body, signed);
    }

    /** To the door of a region that never heard of it. */
    HttpResponse<byte[]> sendElsewhere(Region other, long from, byte[] body) {
        return exchange(
                other, "POST", "/journals/" + journal + "/entries?from=" + from, body, true);
    }

    /** An open connection; closing it ends it. */
    InputStream listens(String path) {
        try {
            return client.send(
                            request(region, "GET", path, new byte[0], true),
                            HttpResponse.BodyHandlers.ofInputStream())
                    .body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest request(
            Region where, String method, String path, byte[] body, boolean signed) {
        String full = "/sync/v1/" + where.slug() + path;
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(http.url() + full))
                        .header("Content-Type", Protocol.CONTENT_TYPE)
                        .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        if (signed) {
            long now = clock.instant().minus(behind).toEpochMilli();
            String nonce = UUID.randomUUID().toString();
            if (version != null) {
                request.header(RequestSignature.VERSION, version);
            }
            request.header(RequestSignature.DEVICE, enrolment().device().toString())
                    .header(RequestSignature.TIME, Long.toString(now))
                    .header(RequestSignature.NONCE, nonce)
                    .header(
                            RequestSignature.SIGNATURE,
                            key.sign(RequestSignature.toSign(method, full, body, now, nonce))
                                    .base64());
        }
        return request.build();
    }

    private HttpResponse<byte[]> exchange(String method, String path, byte[] body, boolean signed) {
        return exchange(region, method, path, body, signed);
    }

    private HttpResponse<byte[]> exchange(
            Region where, String method, String path, byte[] body, boolean signed) {
        try {
            return client.send(
                    request(where, method, path, body, signed),
                    HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
