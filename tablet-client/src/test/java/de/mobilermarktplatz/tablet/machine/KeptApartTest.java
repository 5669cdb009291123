package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tablet whose entries wait for a person delivers all of them, and then stands still. */
class KeptApartTest {
    @TempDir Path folder;
    private Bench van;
    private long acked;

    @BeforeEach
    void onTourWithEverythingSent() {
        van = Bench.onTour(folder);
        van.drain();
        acked = van.acked();
        van.sell(60);
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void allSalesReachTheQuarantineBatchByBatchAndNothingCountsAsDelivered() {
        int batches = 0;
        long next = acked + 1;
        while (!van.sent.isEmpty()) {
            var batch = van.sent.poll();
            if (van.sent.isEmpty() && batches > 1) {
                assertThat(van.upload(batch).batch().from()).isEqualTo(next);
            }
            next = Math.max(next, van.upTo(batch) + 1);
            van.keepApart(batch);
            batches++;
        }
        assertThat(batches).isGreaterThan(1);
        assertThat(van.memory.line().uplink().kept()).isEqualTo(van.last());
        assertThat(van.acked()).isEqualTo(acked);
        assertThat(van.words()).contains("hält die Einträge").contains("Leitstelle");
        assertThat(van.alarms.get(Timer.LINE)).isEqualTo(Duration.ofMinutes(10));
        assertThat(van.store.held(van.papers.start()).uplink().kept()).isEqualTo(van.last());
    }

    @Test
    void standingStillItAsksNowAndThenAndGoesOnOnceTheOfficeHasDecided() {
        keepAll();
        van.pass(Duration.ofMinutes(10));
        van.tell(new Event.TimeCame(Timer.LINE));
        var question = van.sent.poll();
        assertThat(van.upload(question).batch().entries()).isEmpty();
        assertThat(van.upload(question).batch().from()).isEqualTo(acked + 1);
        van.answer(question, 200, acked);
        assertThat(van.sent).isEmpty();
        assertThat(van.words()).contains("hält die Einträge");

        assertThat(van.sell().ok()).isTrue();
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(van.last());
        keepAll();

        van.pass(Duration.ofMinutes(10));
        van.tell(new Event.TimeCame(Timer.LINE));
        van.answer(van.sent.poll(), 200, van.last());
        assertThat(van.acked()).isEqualTo(van.last());
        assertThat(van.memory.line().uplink().kept()).isZero();
        assertThat(van.words()).contains("alles übertragen").doesNotContain("Leitstelle");
    }

    @Test
    void whoAsksForASyncHearsThatTheOfficeMustDecide() {
        var before = van.answers.size();
        van.ask(new Wish.Sync(true));
        keepAll();
        assertThat(van.answers).hasSize(before + 1);
        assertThat(van.answers.get((long) before + 1).ok()).isFalse();
    }

    @Test
    void anAcknowledgementIsNoWordAboutWhatIsKeptApart() {
        var batch = van.sent.poll();
        van.keepApart(batch, van.upTo(batch), true);
        assertThat(van.memory.line().uplink().kept()).isZero();
        assertThat(van.acked()).isEqualTo(acked);
    }

    @Test
    void aServerThatForgotWhatItKeptGetsItOnceMore() {
        keepAll();
        van.sell();
        van.answer(van.sent.poll(), 409, acked);
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(acked + 1);
        keepAll();
        assertThat(van.memory.line().uplink().kept()).isEqualTo(van.last());

        van.epoch = 2;
        van.pass(Duration.ofMinutes(10));
        van.tell(new Event.TimeCame(Timer.LINE));
        van.answer(van.sent.poll(), 200, acked);
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(acked + 1);
    }

    /** Its books are as they were, and its epoch too: nothing else shows that it went back. */
    @Test
    void aServerThatLostWhatItKeptIsFoundOutThoughNothingNewIsSold() {
        keepAll();
        assertThat(question().batch().from()).isEqualTo(acked + 1);
        van.answer(van.sent.poll(), 200, acked);

        assertThat(question().batch().from()).isEqualTo(van.last() + 1);
        van.keepApart(van.sent.poll());
        assertThat(van.memory.line().uplink().kept()).isEqualTo(van.last());

        assertThat(question().batch().from()).isEqualTo(acked + 1);
        van.answer(van.sent.poll(), 200, acked);
        assertThat(question().batch().from()).isEqualTo(van.last() + 1);
        van.answer(van.sent.poll(), 409, acked);

        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(acked + 1);
        assertThat(van.upload(van.sent.peek()).batch().entries()).isNotEmpty();
    }

    /**
     * Both copies of a copied tablet sold; the server was restored, and the other one came first.
     */
    @Test
    void whatWasAcknowledgedInAHistoryThatTheServerHasNoMoreIsSentFromTheBeginning() {
        van.drain();
        long before = van.acked();
        assertThat(before).isGreaterThan(1);

        van.sell();
        van.answerWithAnotherHistory(van.sent.poll(), before);

        assertThat(van.acked()).isZero();
        assertThat(van.memory.line().uplink().lastAck()).isNull();
        van.pass(Duration.ofMinutes(10));
        van.tell(new Event.TimeCame(Timer.LINE));
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(1);
        assertThat(van.upload(van.sent.peek()).batch().entries()).isNotEmpty();
    }

    private Request.Upload question() {
        van.pass(Duration.ofMinutes(10));
        van.tell(new Event.TimeCame(Timer.LINE));
        var question = van.upload(van.sent.peek());
        assertThat(question.batch().entries()).isEmpty();
        return question;
    }

    @Test
    void aServerThatKnowsNothingOfWhatCameBeforeGetsTheWholeHistory() {
        while (!van.sent.isEmpty()) {
            van.refuse(van.sent.poll(), 422);
        }
        van.pass(Duration.ofMinutes(10));
        van.tell(new Event.TimeCame(Timer.LINE));
        assertThat(van.upload(van.sent.peek()).batch().from()).isEqualTo(1);

        keepAll();
        assertThat(van.memory.line().uplink().kept()).isEqualTo(van.last());
        assertThat(van.store.entries(1, 1).getFirst().seq()).isEqualTo(1);
    }

    private void keepAll() {
        while (!van.sent.isEmpty()) {
            van.keepApart(van.sent.poll());
        }
    }
}
