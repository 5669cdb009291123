package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.RequestSignature;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tablets that only listen cost next to nothing. {@code -Dhints.clients=5000} for the whole number;
 * the clients live in the same JVM, so the printed heap is an upper bound.
 */
@Tag("proof")
@MarktplatzTest
class ManyIdleListenersTest {

    private static final int CLIENTS = Integer.getInteger("hints.clients", 1_000);

    /** Opened before anything is weighed: what one process needs once is no listener's. */
    private static final int WARM_UP = 200;

    /** The goal is {@value #GOAL_BYTES}; this is what the web framework's own chain still costs. */
    private static final int MOST_HEAP_BYTES = 45_000;

    private static final int GOAL_BYTES = 20_000;

    private final TestRegions regions;
    private final TestHttp http;
    private final TestClock clock;
    private final Devices devices;
    private final Feed feed;
    private final HintStreams hints;
    private final UuidV7 ids;
    private final SecureRandom random = new SecureRandom();

    ManyIdleListenersTest(
            TestRegions regions,
            TestHttp http,
            TestClock clock,
            Devices devices,
            Feed feed,
            HintStreams hints,
            UuidV7 ids) {
        this.regions = regions;
        this.http = http;
        this.clock = clock;
        this.devices = devices;
        this.feed = feed;
        this.hints = hints;
        this.ids = ids;
    }

    @Test
    void thousandsListenAndHearOfOneChangeAtOnce() throws IOException {
        Region region = regions.create();
        put(region, 1);
        List<byte[]> questions = new ArrayList<>();
        for (int i = 0; i < CLIENTS; i++) {
            questions.add(question(region));
        }
        long before = 0;
        List<SocketChannel> lines = new ArrayList<>();
        URI server = URI.create(http.url());
        try {
            for (byte[] question : questions) {
                if (lines.size() == WARM_UP) {
                    before = heapBytes();
                }
                SocketChannel line =
                        SocketChannel.open(
                                new InetSocketAddress(server.getHost(), server.getPort()));
                lines.add(line);
                var _ = line.write(ByteBuffer.wrap(question));
                assertThat(heard(line, "cfg=")).contains("cfg=1");
            }
            assertThat(hints.size()).isGreaterThanOrEqualTo(CLIENTS);
            long each = (heapBytes() - before) / (CLIENTS - WARM_UP);

            long started = System.nanoTime();
            put(region, 2);
            for (SocketChannel line : lines) {
                assertThat(heard(line, "cfg=2")).contains("cfg=2");
            }
            long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
            System.out.printf(
                    "%d idle listeners: %,d bytes of heap each (goal %,d, clients included), one change heard by all"
                            + " within %d ms, load %.1f%n",
                    CLIENTS,
                    each,
                    GOAL_BYTES,
                    millis,
                    ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
            assertThat(each).isLessThanOrEqualTo(MOST_HEAP_BYTES);
        } finally {
            for (SocketChannel line : lines) {
                line.close();
            }
        }
    }

    private byte[] question(Region region) {
        Ed25519KeyPair key = Ed25519KeyPair.generate(random);
        String code = Objects.requireNonNull(TestRegions.run(region, devices.newCode(region)));
        EnrolmentReply reply =
                Objects.requireNonNull(
                        TestRegions.run(
                                region,
                                devices.enrol(
                                        region,
                                        new EnrolmentRequest(
                                                code,
                                                key.publicKey(),
                                                "Tablet",
                                                new JournalId(ids.next())))));
        String path = "/sync/v1/" + region.slug() + "/hints?cfg=0&epoch=0&wait=0";
        long now = clock.instant().toEpochMilli();
        String nonce = UUID.randomUUID().toString();
        Bytes signature = key.sign(RequestSignature.toSign("GET", path, new byte[0], now, nonce));
        return """
               GET %s HTTP/1.1
               Host: localhost
               Accept: text/event-stream
               %s: %s
               %s: %d
               %s: %s
               %s: %s

               """
                .formatted(
                        path,
                        RequestSignature.DEVICE,
                        reply.device(),
                        RequestSignature.TIME,
                        now,
                        RequestSignature.NONCE,
                        nonce,
                        RequestSignature.SIGNATURE,
                        signature.base64())
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String heard(SocketChannel line, String wanted) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(2_048);
        String text = "";
        while (!text.contains(wanted)) {
            if (line.read(buffer) < 0 || !buffer.hasRemaining()) {
                return text;
            }
            text = new String(buffer.array(), 0, buffer.position(), StandardCharsets.UTF_8);
        }
        return text;
    }

    private void put(Region region, int value) {
        TestRegions.run(
                region,
                feed.put(
                        region,
                        List.of(new FeedPut("cfg", "note", Bytes.of(new byte[] {(byte) value})))));
    }

    private static long heapBytes() {
        for (int i = 0; i < 3; i++) {
            System.gc();
        }
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }
}
