package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.Command;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheTillTest {
    @TempDir Path folder;
    private Bench van;

    @BeforeEach
    void onTour() {
        van = Bench.onTour(folder);
        van.drain();
        van.effects.clear();
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void nothingIsPrintedOpenedOrAnsweredBeforeTheCommitIsOnTheDisk() {
        van.holdsCommits = true;
        assertThat(van.sell()).isNull();
        assertThat(shown()).isEmpty();
        van.tell(van.commit(van.held.poll()));
        assertThat(shown()).as("the basket is safe, the sale is not").isEmpty();
        van.tell(van.commit(van.held.poll()));
        assertThat(shown())
                .extracting(effect -> effect.getClass().getSimpleName())
                .containsExactly("Print", "OpenDrawer", "Reply");
    }

    private List<Effect> shown() {
        return van.effects.stream()
                .filter(
                        effect ->
                                effect instanceof Effect.Print
                                        || effect instanceof Effect.OpenDrawer
                                        || effect instanceof Effect.Reply)
                .toList();
    }

    @Test
    void wishesWaitForTheCommitUnderWayUpToABoundAndKeepTheirOrder() {
        van.holdsCommits = true;
        van.ask(scan());
        for (int i = 0; i < Memory.MOST_WAITING; i++) {
            assertThat(van.ask(scan())).isNull();
        }
        assertThat(Objects.requireNonNull(van.ask(scan())).sentence()).contains("Einen Moment");
        while (!van.held.isEmpty()) {
            van.tell(van.commit(van.held.poll()));
        }
        assertThat(van.memory.open().state().basket()).hasSize(Memory.MOST_WAITING + 1);
        assertThat(van.store.held(van.papers.start()).state()).isEqualTo(van.memory.open().state());
    }

    @Test
    void aFailedCommitEndsSellingForGoodAndTellsEverybodyWhoWaits() {
        van.holdsCommits = true;
        van.sell();
        van.ask(scan());
        int before = van.answers.size();
        van.tell(new Event.NotCommitted(van.held.poll().ticket(), "EIO"));
        assertThat(van.answers).hasSize(before + 2);
        assertThat(van.answers.values()).filteredOn(answer -> !answer.ok()).hasSize(2);
        assertThat(Objects.requireNonNull(van.sell()).sentence()).isEqualTo(TabletCore.STOPPED);
        assertThat(van.held).isEmpty();
        assertThat(van.memory.stopped()).isTrue();
    }

    @Test
    void whatWasOnTheDiskBeforeItFailedStillGoesUp() {
        van.sell(3);
        van.holdsCommits = true;
        van.sell();
        van.tell(new Event.NotCommitted(van.held.poll().ticket(), "ENOSPC"));
        van.pass(Duration.ofSeconds(2));
        van.tell(new Event.TimeCame(Timer.LINE));
        van.drain();
        assertThat(van.acked()).isEqualTo(van.last());
        assertThat(van.held).isEmpty();
    }

    @Test
    void theReceiptCarriesTheChainsEndOnPaper() {
        var sold = Objects.requireNonNull(van.sell());
        var head = van.memory.open().head().hash().first(8).hex();
        assertThat(sold.receipts().getFirst()).contains("Kette " + head).contains("Vorgang ");
    }

    @Test
    void anEventThatComesTwiceChangesNothing() {
        van.sell();
        var memory = van.memory;
        van.tell(new Event.Committed(1));
        van.tell(new Event.NotCommitted(1, "late"));
        assertThat(van.memory).isEqualTo(memory);
    }

    private static Wish scan() {
        return new Wish.Perform(new Command.Scan(SampleTour.JUICE_GTIN, 1), null);
    }
}
