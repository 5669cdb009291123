package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Sales, alarms, held commits, answers late, twice, out of order or never, and a server that is
 * restored now and then. Whatever happened: when it ends, everything is there once.
 */
class RandomWalkTest {
    private static final int STEPS = 250;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void howeverTheNetworkBehavesEverythingArrivesOnce(long seed) {
        walk(folder, seed);
    }

    @Test
    @Tag("proof")
    void inFortyOtherWalksToo() throws IOException {
        for (long seed = 100; seed < 140; seed++) {
            walk(Files.createDirectory(folder.resolve("" + seed)), seed);
        }
    }

    private static void walk(Path folder, long seed) {
        try (var van = Bench.onTour(folder)) {
            new Walk(van, seed).go();
        }
    }

    /** Keeps what it is sent, and goes back to an older state when it is restored. */
    private static final class Walk {
        private final Bench van;
        private final long seed;
        private final Random random;
        private final List<Bytes> inbox = new ArrayList<>();
        private final List<Bytes> heads = new ArrayList<>();
        private final List<Runnable> onTheWay = new ArrayList<>();

        Walk(Bench van, long seed) {
            this.van = van;
            this.seed = seed;
            this.random = new Random(seed);
            heads.add(van.papers.start());
        }

        void go() {
            for (int i = 0; i < STEPS; i++) {
                act();
                arrive();
            }
            van.holdsCommits = false;
            while (!van.held.isEmpty()) {
                van.tell(van.commit(van.held.poll()));
            }
            for (int quiet = 0; quiet < 40 && !isWhole(); quiet++) {
                van.pass(Duration.ofMinutes(1));
                van.tell(new Event.TimeCame(Timer.LINE));
                for (int i = 0; i < 50; i++) {
                    arrive();
                    var now = List.copyOf(onTheWay);
                    onTheWay.clear();
                    now.forEach(Runnable::run);
                }
            }
            assertThat(isWhole())
                    .as("seed %d: %s, %s", seed, van.words(), van.memory.line())
                    .isTrue();
            var journal =
                    van.store.entries(1, Integer.MAX_VALUE).stream()
                            .map(StoredEntry::entry)
                            .toList();
            assertThat(inbox).isEqualTo(journal);
            assertThat(van.store.held(van.papers.start()).uplink().acked()).isEqualTo(van.last());
        }

        private boolean isWhole() {
            return van.acked() == van.last() && inbox.size() == van.last();
        }

        private void act() {
            switch (random.nextInt(12)) {
                case 0, 1, 2, 3 -> van.sell();
                case 4 -> van.holdsCommits = random.nextBoolean();
                case 5, 6 -> {
                    while (!van.held.isEmpty()) {
                        van.tell(van.commit(van.held.poll()));
                    }
                }
                case 7 -> van.tell(new Event.TimeCame(Timer.LINE));
                case 8 -> van.pass(Duration.ofSeconds(random.nextInt(90)));
                case 9 -> van.ask(new Wish.Sync(random.nextBoolean()));
                case 10 -> restore();
                default -> van.tell(new Event.Woken());
            }
            if (!onTheWay.isEmpty() && random.nextInt(3) > 0) {
                onTheWay.remove(random.nextInt(onTheWay.size())).run();
            }
        }

        private void restore() {
            if (random.nextInt(6) == 0) {
                int left = random.nextInt(inbox.size() + 1);
                inbox.subList(left, inbox.size()).clear();
                heads.subList(left + 1, heads.size()).clear();
            }
        }

        /** What was sent is lost, refused, answered now, later or twice. */
        private void arrive() {
            while (!van.sent.isEmpty()) {
                var send = van.sent.poll();
                int luck = random.nextInt(10);
                if (luck == 0) {
                    onTheWay.add(() -> van.lose(send));
                } else if (luck == 1) {
                    onTheWay.add(() -> van.refuse(send, 503));
                } else if (luck == 2) {
                    var _ = take(van.upload(send).batch());
                    onTheWay.add(() -> van.lose(send));
                } else if (luck == 3) {
                    onTheWay.add(() -> onTheWay.add(answer(send)));
                } else {
                    if (luck == 4) {
                        var _ = take(van.upload(send).batch());
                    }
                    onTheWay.add(answer(send));
                }
            }
        }

        private Runnable answer(Effect.Send send) {
            int status = take(van.upload(send).batch()) ? 200 : 409;
            long ack = inbox.size();
            var head = heads.getLast();
            var body =
                    new UploadReply(
                                    ack,
                                    head.first(8),
                                    0,
                                    van.epoch,
                                    Bench.START,
                                    1,
                                    1,
                                    Map.of(),
                                    van.server.sign(
                                            new AckStatement(van.journal, ack, head).toSign()))
                            .encode();
            var took = Duration.ofMillis(random.nextInt(3_000));
            var answer =
                    status == 200
                            ? new ServerAnswer.Fine(body, took)
                            : new ServerAnswer.Refused(status, body, took);
            return () ->
                    van.tell(
                            new Event.Answered(
                                    send.ticket(), answer, van.store.hashAfter(ack).orElse(null)));
        }

        private boolean take(UploadBatch batch) {
            // A server that holds less than it once signed for was restored and says so.
            if (batch.lastAck() != null && batch.lastAck().ack() > inbox.size()) {
                van.epoch = Math.max(van.epoch, batch.epochSeen() + 1);
            }
            if (batch.from() > inbox.size() + 1) {
                return false;
            }
            assertThat(heads.get((int) batch.from() - 1).startsWith(batch.prevHash8())).isTrue();
            long seq = batch.from();
            for (var entry : batch.entries()) {
                if (seq <= inbox.size()) {
                    assertThat(inbox.get((int) seq - 1)).isEqualTo(entry);
                } else {
                    inbox.add(entry);
                    heads.add(HashChain.next(van.journal, seq, heads.getLast(), entry));
                }
                seq++;
            }
            return true;
        }
    }
}
