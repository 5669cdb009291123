package de.mobilermarktplatz.tablet.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.tablet.machine.Network;
import de.mobilermarktplatz.tablet.machine.Request;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** An answer begins and does not end: the network went away in its middle. */
@Timeout(value = 20, unit = TimeUnit.SECONDS)
class AServerThatFallsSilentTest {
    private static final Duration PATIENCE = Duration.ofMillis(300);
    private static final String BEGUN = "HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\nabc";
    private static final String STRANGER = "HTTP/1.1 401 X\r\nContent-Length: 0\r\n\r\n";

    private final Ed25519KeyPair key = Ed25519KeyPair.generate(new SecureRandom());
    private final ConcurrentLinkedQueue<Socket> connections = new ConcurrentLinkedQueue<>();
    private ServerSocket door;

    @BeforeEach
    void opens() throws IOException {
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void closes() throws IOException {
        door.close();
        for (var socket : connections) {
            socket.close();
        }
    }

    @Test
    void isLeftAloneWhenItsTimeIsOverAlthoughItsHeadersCame() {
        answers(BEGUN);
        long started = System.nanoTime();
        try (var connection = new ServerConnection(address(), Instant::now, null, key)) {
            assertThat(connection.get("/feed", PATIENCE))
                    .isInstanceOf(ServerAnswer.Unreachable.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(PATIENCE.plusSeconds(3));
    }

    @Test
    void sharesOneDeadlineWithTheIntroductionAndTheSecondTry() {
        answers(STRANGER, BEGUN, BEGUN);
        long started = System.nanoTime();
        var reply =
                new EnrolmentReply(
                        new DeviceId(new UUID(1, 2)),
                        "salzland",
                        "Muster",
                        "Europe/Berlin",
                        3,
                        key.publicKey(),
                        1,
                        Bytes.of(new byte[9]),
                        Bytes.of(new byte[64]),
                        1,
                        Instant.EPOCH,
                        ServerMode.LIVE,
                        null,
                        List.of());
        var enrolment = new Enrolment(address(), new JournalId(new UUID(3, 4)), key, reply);
        try (var line = new Sync(enrolment, Instant::now, () -> true, old -> {}, PATIENCE)) {
            assertThat(line.send(new Request.Get("/feed")))
                    .isNotInstanceOf(ServerAnswer.Fine.class);
        }
        assertThat(Duration.ofNanos(System.nanoTime() - started))
                .isLessThan(PATIENCE.plusSeconds(3));
        assertThat(Network.LONGEST).isGreaterThan(ServerConnection.ANSWER_WITHIN);
    }

    private URI address() {
        return URI.create("http://127.0.0.1:" + door.getLocalPort() + "/sync/v1/salzland");
    }

    /** One after the other, on as many connections or on one; then nothing more. */
    private void answers(String... inOrder) {
        var left = new ConcurrentLinkedQueue<>(List.of(inOrder));
        Thread.ofVirtual()
                .start(
                        () -> {
                            try {
                                while (true) {
                                    var socket = door.accept();
                                    connections.add(socket);
                                    Thread.ofVirtual().start(() -> serve(socket, left));
                                }
                            } catch (IOException closed) {
                                // The test is over.
                            }
                        });
    }

    private static void serve(Socket socket, ConcurrentLinkedQueue<String> left) {
        try {
            var buffer = new byte[8192];
            while (socket.getInputStream().read(buffer) > 0) {
                var next = left.poll();
                if (next != null) {
                    socket.getOutputStream().write(next.getBytes());
                    socket.getOutputStream().flush();
                }
            }
        } catch (IOException closed) {
            // The tablet gave up.
        }
    }
}
