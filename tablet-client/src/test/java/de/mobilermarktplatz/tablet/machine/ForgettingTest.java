package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.ChainCheck;
import de.mobilermarktplatz.kernel.chain.ChainLink;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForgettingTest {
    @TempDir Path folder;
    private Bench van;
    private long old;

    @BeforeEach
    void salesOfLastMonth() {
        van = Bench.onTour(folder);
        van.sell(3);
        old = van.last();
        van.pass(Duration.ofDays(31));
        van.sell(2);
        van.durable = old - 1;
        van.ask(new Wish.Sync(true));
        van.drain();
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void onlyWhatIsBackedUpAndAMonthOldIsForgottenAndTheRestStillProvesItself() {
        van.tell(new Event.TimeCame(Timer.PRUNE));
        var held = van.store.held(van.papers.start());
        assertThat(held.base().seq()).isEqualTo(old - 1);
        assertThat(held).isEqualTo(again());
        var kept = van.store.entries(1, 1_000_000);
        assertThat(kept.getFirst().seq()).isEqualTo(old);
        var links =
                kept.stream()
                        .map(row -> new ChainLink(row.seq(), row.entry(), row.hash()))
                        .toList();
        assertThat(ChainCheck.verify(van.journal, held.base().seq(), held.base().hash(), links))
                .isInstanceOf(ChainCheck.Intact.class);
    }

    private Held again() {
        var memory = van.memory.open();
        var held = van.store.held(van.papers.start());
        return new Held(
                memory.base(),
                memory.head(),
                held.latest(),
                memory.state(),
                memory.basketOpened(),
                held.tour(),
                van.memory.line().uplink(),
                held.unprinted());
    }

    @Test
    void nothingIsForgottenThatIsOnlyAcknowledged() {
        van.durable = 0;
        van.ask(new Wish.Sync(true));
        van.drain();
        van.tell(new Event.TimeCame(Timer.PRUNE));
        assertThat(van.store.held(van.papers.start()).base())
                .isEqualTo(new Head(0, van.papers.start()));
    }

    @Test
    void nothingIsForgottenBecauseTheTabletsClockJumped(@TempDir Path other) {
        try (var fresh = Bench.onTour(other)) {
            fresh.sell(3);
            fresh.durable = fresh.last() + 3;
            fresh.ask(new Wish.Sync(true));
            fresh.drain();
            fresh.jump = Duration.ofDays(400);
            fresh.tell(new Event.TimeCame(Timer.PRUNE));
            assertThat(fresh.store.held(fresh.papers.start()).base().seq()).isZero();
        }
    }

    @Test
    void aServerThatWentBackBehindTheForgottenBaseIsToldWhichEntriesItLacks() {
        van.tell(new Event.TimeCame(Timer.PRUNE));
        van.sell();
        van.answer(van.sent.poll(), 409, 0);
        assertThat(van.words())
                .contains("fehlen die Einträge 1 bis " + (old - 1))
                .doesNotContain("mehr Einträge");
        assertThat(van.sell().ok()).isTrue();
    }

    @Test
    void uploadAndSalesGoOnFromTheForgottenBase() {
        van.tell(new Event.TimeCame(Timer.PRUNE));
        van.sell(2);
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
        assertThat(van.store.hashAfter(old - 1)).isPresent();
        assertThat(van.store.hashAfter(old - 2)).isEmpty();
        assertThat(van.store.held(Bytes.EMPTY).head()).isEqualTo(van.memory.open().head());
    }
}
