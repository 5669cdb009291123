package de.mobilermarktplatz.tablet.machine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.machine.ServerAnswer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One question after the other, and nothing is believed without its number and fingerprint. */
class FollowingTheFeedTest {
    private static final Set<String> WANTED = Set.of("cfg", "tour:a");

    private final FeedServer server = new FeedServer();
    private final FeedCore core = new FeedCore(0);
    private FeedMemory memory = FeedMemory.NEW;

    @Test
    void theFirstQuestionFetchesEverythingAndThenOnlyWhatIsNew() {
        server.put("tour:a", "note", bytes("one"));
        follow();
        assertThat(server.asked).containsExactly("Manifest", "Chunk", "News");
        assertThat(items("tour:a")).containsExactly(Map.entry("note", bytes("one")));

        server.put("tour:a", "note", bytes("two"));
        server.put("tour:a", "more", bytes("three"));
        server.put("tour:a", "more", null);
        follow();
        assertThat(server.asked).endsWith("News").hasSize(4);
        assertThat(items("tour:a")).isEqualTo(server.items.get("tour:a"));
        assertThat(memory.streams().get("tour:a").seq()).isEqualTo(4);
    }

    @Test
    void aMissingEntryIsNoticedAndTheStreamFetchedAsAWhole() {
        server.put("tour:a", "note", bytes("one"));
        follow();
        server.put("tour:a", "lost", bytes("two"));
        server.put("tour:a", "seen", bytes("three"));
        server.forgetsAnEntry = true;
        var shown = items("tour:a");
        step();
        assertThat(items("tour:a")).as("what is shown stays until it is replaced").isEqualTo(shown);
        server.forgetsAnEntry = false;
        follow();
        assertThat(server.asked).containsSubsequence("News", "Manifest", "Chunk", "News");
        assertThat(items("tour:a")).isEqualTo(server.items.get("tour:a"));
    }

    @Test
    void aWrongFingerprintIsNoticedAndTheStreamFetchedAsAWhole() {
        server.put("tour:a", "note", bytes("one"));
        follow();
        server.put("tour:a", "note", bytes("two"));
        server.lies = true;
        step();
        assertThat(items("tour:a")).containsEntry("note", bytes("one"));
        server.lies = false;
        follow();
        assertThat(items("tour:a")).containsEntry("note", bytes("two"));
    }

    @Test
    void anAnswerOfAnOlderEpochIsIgnoredAndANewerOneEndsAllCursors() {
        server.put("tour:a", "note", bytes("one"));
        follow();
        server.epoch = 2;
        server.items.get("tour:a").put("note", bytes("restored"));
        follow();
        assertThat(memory.epoch()).isEqualTo(2);
        assertThat(items("tour:a")).containsEntry("note", bytes("restored"));

        server.epoch = 1;
        server.put("tour:a", "note", bytes("a server that does not know yet"));
        var before = memory;
        assertThat(step().result()).isEqualTo(FeedStep.Result.FAILED);
        assertThat(memory).isEqualTo(before);
    }

    @Test
    void aTransferThatWasCutOffGoesOnWithTheMissingChunks() {
        var random = new Random(1);
        for (int i = 0; i < 800; i++) {
            var noise = new byte[60];
            random.nextBytes(noise);
            server.put("tour:a", "note:" + new UUID(random.nextLong(), i), Bytes.of(noise));
        }
        step();
        step();
        step();
        var staging = memory.staging();
        assertThat(staging).isNotNull();
        assertThat(staging.chunks()).hasSize(2);
        // The program is killed; the disk still has what arrived. Meanwhile the tour moves on.
        server.put("tour:a", "late", bytes("came meanwhile"));
        memory = new FeedMemory(0, Map.of(), staging, Set.of());
        long chunks = staging.manifest().chunks().size();
        server.asked.clear();
        follow();
        assertThat(server.asked.stream().filter("Chunk"::equals)).hasSize((int) chunks - 2);
        assertThat(server.asked).doesNotContain("Manifest");
        assertThat(items("tour:a")).isEqualTo(server.items.get("tour:a"));
    }

    @Test
    void chunksThatAreGoneAndDamagedOnesAreFetchedAnew() {
        server.put("tour:a", "note", bytes("one"));
        step();
        server.forgetsChunks();
        step();
        assertThat(memory.staging()).isNull();
        follow();
        assertThat(items("tour:a")).containsEntry("note", bytes("one"));

        memory = FeedMemory.NEW;
        step();
        var ask = core.next(memory, WANTED).orElseThrow();
        var damaged = new ServerAnswer.Fine(new byte[] {1, 2, 3}, Duration.ZERO);
        assertThat(core.came(memory, ask, damaged).result()).isEqualTo(FeedStep.Result.FAILED);
    }

    @Test
    void aTourThatAnotherTabletTookIsForgottenAndNotAskedForAgain() {
        server.put("tour:a", "note", bytes("one"));
        follow();
        server.notYours.add("tour:a");
        var step = step();
        assertThat(step.lost()).containsExactly("tour:a");
        assertThat(step.write().forgotten()).containsExactly("tour:a");
        assertThat(core.next(memory, WANTED).orElseThrow().path()).doesNotContain("tour");

        server.notYours.clear();
        memory = memory.hopeful();
        follow();
        assertThat(items("tour:a")).containsEntry("note", bytes("one"));
    }

    /** Until there is nothing new. */
    private void follow() {
        for (int i = 0; i < 100; i++) {
            boolean news = core.next(memory, WANTED).orElseThrow() instanceof Ask.News;
            var step = step();
            if (news
                    && step.write().isNothing()
                    && core.next(memory, WANTED).orElseThrow() instanceof Ask.News) {
                return;
            }
            if (news && !step.write().isNothing()) {
                return;
            }
        }
        throw new AssertionError("never comes to rest: " + server.asked);
    }

    private FeedStep step() {
        var ask = core.next(memory, WANTED).orElseThrow();
        var step = core.came(memory, ask, server.answer(ask));
        memory = step.memory();
        return step;
    }

    private Map<String, Bytes> items(String stream) {
        return memory.streams().get(stream).items();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
