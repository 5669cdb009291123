package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheLineTest {
    @TempDir Path folder;
    private Bench van;

    @BeforeEach
    void onTourWithEverythingSent() {
        van = Bench.onTour(folder);
        van.drain();
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void aSaleIsSentWithoutWaitingForAnAlarm() {
        van.sell();
        assertThat(van.sent).hasSize(1);
        assertThat(van.upTo(van.sent.peek())).isEqualTo(van.last());
    }

    @Test
    void onALineThatWorksTwoBatchesAreUnderWayAndTheSecondFollowsTheFirst() {
        van.sell(40);
        assertThat(van.sent).hasSize(2);
        var first = van.sent.poll();
        var second = van.sent.poll();
        assertThat(van.upload(second).batch().from()).isEqualTo(van.upTo(first) + 1);
        van.acknowledge(first);
        van.acknowledge(second);
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
    }

    @Test
    void aBatchThatOvertookTheOtherIsSentAgainAndTheNextGoAlone() {
        van.sell(40);
        long before = van.acked();
        var first = van.sent.poll();
        var second = van.sent.poll();
        van.answer(second, 409, before);
        van.acknowledge(first);
        assertThat(van.sent).hasSize(1);
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(van.upTo(first) + 1);
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
    }

    @Test
    void repliesInTheWrongOrderTakeNothingBack() {
        van.sell(40);
        var first = van.sent.poll();
        var second = van.sent.poll();
        van.acknowledge(second);
        long acked = van.acked();
        van.acknowledge(first);
        assertThat(van.acked()).isEqualTo(acked).isEqualTo(van.upTo(second));
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
    }

    @Test
    void afterAFailureOnlyOneBatchTriesAndItBeginsWhereTheServerIs() {
        van.sell(40);
        long before = van.acked();
        var first = van.sent.poll();
        var second = van.sent.poll();
        van.lose(first);
        van.lose(second);
        assertThat(van.sent).isEmpty();
        van.pass(Duration.ofMinutes(1));
        van.tell(new Event.TimeCame(Timer.LINE));
        assertThat(van.sent).hasSize(1);
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(before + 1);
    }

    @Test
    void anAlarmIsSetAfterEveryKindOfAnswerAndNoneIsLongerThanTenMinutes() {
        for (int status : new int[] {400, 401, 403, 404, 413, 422, 426, 429, 500, 503}) {
            van.alarms.clear();
            van.ask(new Wish.Sync(true));
            van.refuse(van.sent.poll(), status);
            assertThat(van.alarms.get(Timer.LINE))
                    .as("after %d", status)
                    .isNotNull()
                    .isLessThanOrEqualTo(Duration.ofMinutes(10));
            assertThat(van.words()).contains("Gerade nicht");
        }
    }

    @Test
    void aBatchThatIsNeverAnsweredCountsAsLostAfterAWhile() {
        van.sell();
        van.sent.clear();
        van.pass(LineCore.LOST_AFTER.plusSeconds(1));
        van.tell(new Event.TimeCame(Timer.LINE));
        assertThat(van.memory.line().flying()).isEmpty();
        van.pass(Duration.ofMinutes(1));
        van.tell(new Event.TimeCame(Timer.LINE));
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
    }

    @Test
    void aServerThatHoldsTheEntriesBackIsAskedRarelyAndTheDriverGoesOnSelling() {
        van.sell();
        van.refuse(van.sent.poll(), 422);
        assertThat(van.alarms.get(Timer.LINE)).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
        for (int i = 0; i < 5; i++) {
            van.pass(Duration.ofSeconds(2));
            assertThat(Objects.requireNonNull(van.sell()).ok()).isTrue();
        }
        assertThat(van.sent).isEmpty();
        assertThat(van.words()).contains("hält die Einträge").contains("Leitstelle");
    }

    @Test
    void aSaleDuringAnOutageAsksTheNetworkAtMostOnceInASecond() {
        van.sell();
        van.lose(van.sent.poll());
        van.sell(5);
        assertThat(van.sent).isEmpty();
        assertThat(van.alarms.get(Timer.LINE)).isLessThanOrEqualTo(Duration.ofSeconds(1));
        van.pass(Duration.ofSeconds(2));
        van.sell();
        assertThat(van.sent).hasSize(1);
    }

    @Test
    void aRestoredServerWithAHigherEpochGetsEverythingFromItsOwnEndOn() {
        van.sell(3);
        van.drain();
        van.ask(new Wish.Sync(true));
        van.epoch = 2;
        van.answer(van.sent.poll(), 200, 2);
        assertThat(van.acked()).isEqualTo(2);
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(3);
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
        assertThat(van.memory.line().uplink().epoch()).isEqualTo(2);
    }

    @Test
    void aServerWithOtherEntriesIsNotBelievedAndNothingIsForgotten() {
        van.sell();
        van.sent.clear();
        van.ask(new Wish.Sync(true));
        long acked = van.acked();
        var replies = new ArrayList<>(van.memory.line().flying());
        assertThat(replies).hasSize(1);
        var reply = van.store.hashAfter(1).orElseThrow();
        assertThat(reply).isNotEqualTo(van.store.hashAfter(2).orElseThrow());
        van.tell(
                new Event.Answered(
                        replies.getFirst().ticket(),
                        new ServerAnswer.Fine(
                                new de.mobilermarktplatz.contract.upload.UploadReply(
                                                2,
                                                reply.first(8),
                                                0,
                                                1,
                                                Bench.START,
                                                1,
                                                1,
                                                java.util.Map.of(),
                                                van.server.sign(new byte[1]))
                                        .encode(),
                                Duration.ofMillis(5)),
                        van.store.hashAfter(2).orElseThrow()));
        assertThat(van.acked()).isEqualTo(acked);
        assertThat(van.words()).contains("andere Einträge");
    }

    @Test
    void whoWaitsHearsOfAnExchangeThatBeganAfterHeAsked() {
        van.sell();
        var running = van.sent.poll();
        assertThat(van.ask(new Wish.Sync(true))).isNull();
        van.acknowledge(running);
        assertThat(van.sent).hasSize(1);
        int before = van.answers.size();
        van.drain();
        assertThat(van.answers).hasSize(before + 1);
    }
}
