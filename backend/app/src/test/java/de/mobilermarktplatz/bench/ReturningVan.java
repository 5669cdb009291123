package de.mobilermarktplatz.bench;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.RequestSignature;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.TourId;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** An enrolled tablet with a whole day of signed batches, ready to be sent. */
final class ReturningVan {

    private final String slug;
    private final Ed25519KeyPair key = Ed25519KeyPair.generate(new SecureRandom());
    private final JournalId journal = new JournalId(UUID.randomUUID());
    private final EnrolmentReply enrolment;
    private final List<Request> requests = new ArrayList<>();
    private SaleMaker sales;

    /** One upload as it goes over the wire. */
    record Request(String path, String headers, byte[] body, int entries) {

        /** Request line, header lines and body, without TLS and TCP. */
        long bytes() {
            return "POST  HTTP/1.1\r\n".length() + path.length() + headers.length() + body.length;
        }
    }

    ReturningVan(URI server, String slug, String code) throws IOException, InterruptedException {
        this.slug = slug;
        byte[] body = new EnrolmentRequest(code, key.publicKey(), "Wagen", journal).encode();
        HttpResponse<byte[]> answer =
                HttpClient.newHttpClient()
                        .send(
                                HttpRequest.newBuilder(
                                                server.resolve("/sync/v1/" + slug + "/enrolments"))
                                        .header("Content-Type", Protocol.CONTENT_TYPE)
                                        .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                                        .build(),
                                HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException("Enrolment answered " + answer.statusCode());
        }
        this.enrolment = EnrolmentReply.decode(answer.body());
    }

    UUID device() {
        return enrolment.device().value();
    }

    List<Request> requests() {
        return requests;
    }

    SaleMaker sales() {
        return sales;
    }

    /** Fills the journal and signs its batches. */
    void sell(TourId tour, int count, int batch, boolean fiscal, long seed) {
        sales = new SaleMaker(new Random(seed), tour, fiscal);
        Bytes head = HashChain.start(enrolment.certificate());
        List<Bytes> entries = new ArrayList<>(batch);
        Bytes before = head;
        for (int seq = 1; seq <= count; seq++) {
            Bytes entry = Bytes.of(sales.sale(seq));
            head = HashChain.next(journal, seq, head, entry);
            entries.add(entry);
            if (entries.size() == batch || seq == count) {
                requests.add(request(seq - entries.size() + 1, before, entries, head));
                entries.clear();
                before = head;
            }
        }
    }

    private Request request(long from, Bytes before, List<Bytes> entries, Bytes head) {
        byte[] body =
                new UploadBatch(
                                Protocol.CURRENT,
                                enrolment.epoch(),
                                from,
                                before.first(8),
                                List.copyOf(entries),
                                key.sign(head.toArray()),
                                null)
                        .encode();
        String path = "/sync/v1/" + slug + "/journals/" + journal + "/entries?from=" + from;
        String nonce = UUID.randomUUID().toString();
        long now = System.currentTimeMillis();
        Bytes signature = key.sign(RequestSignature.toSign("POST", path, body, now, nonce));
        String headers =
                "Content-Type: %s\r\n%s: %s\r\n%s: %d\r\n%s: %s\r\n%s: %s\r\n"
                        .formatted(
                                Protocol.CONTENT_TYPE,
                                RequestSignature.DEVICE,
                                enrolment.device(),
                                RequestSignature.TIME,
                                now,
                                RequestSignature.NONCE,
                                nonce,
                                RequestSignature.SIGNATURE,
                                signature.base64());
        return new Request(path, headers, body, entries.size());
    }
}
