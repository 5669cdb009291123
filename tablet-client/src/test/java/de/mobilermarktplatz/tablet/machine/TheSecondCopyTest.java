package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.mirror.MirrorEntry;
import de.mobilermarktplatz.contract.mirror.MirrorHeader;
import de.mobilermarktplatz.contract.mirror.MirrorItem;
import de.mobilermarktplatz.contract.mirror.MirrorReader;
import de.mobilermarktplatz.contract.mirror.MirrorSealer;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.store.FileCopy;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TheSecondCopyTest {
    private static final RecoveryKey COUNTY = new RecoveryKey(Bytes.of(new byte[32]));

    @TempDir Path folder;
    private Path card;
    private Bench van;

    @BeforeEach
    void aTabletWithACard() throws IOException {
        card = Files.createDirectory(folder.resolve("card"));
        van = new Bench(Files.createDirectory(folder.resolve("tablet")));
        van.medium = copy();
        van.start();
        van.ask(
                new Wish.TakeTour(
                        Bytes.of(de.mobilermarktplatz.tablet.SampleTour.snapshot().encode())));
    }

    @AfterEach
    void park() {
        van.close();
    }

    private FileCopy copy() {
        var header = new MirrorHeader(van.journal, Bytes.of(new byte[9]), Bytes.of(new byte[64]));
        return new FileCopy(card, header, MirrorSealer.to(COUNTY.publicKey(), new Random(5)));
    }

    @Test
    void aSaleIsOnTheCardBeforeItIsPrinted() throws IOException {
        van.effects.clear();
        van.sell();
        var kinds = van.effects.stream().<Class<?>>map(Effect::getClass).toList();
        assertThat(kinds.indexOf(Effect.Mirror.class))
                .isPositive()
                .isLessThan(kinds.indexOf(Effect.Print.class));
        assertThat(onCard()).hasSize((int) van.last());
    }

    @Test
    void aPulledCardHoldsUpNoSaleAndIsSaidInWords() throws IOException {
        pull();
        assertThat(Objects.requireNonNull(van.sell()).ok()).isTrue();
        assertThat(van.words()).contains("Zweitkopie fehlt");
        assertThat(van.alarms.get(Timer.MIRROR)).isEqualTo(CopyCore.LOOK_AGAIN);
        van.sell(3);
        van.tell(new Event.TimeCame(Timer.MIRROR));
        assertThat(van.words()).contains("Zweitkopie fehlt");
    }

    @Test
    void aCardThatIsBackCatchesUpFromItsLastGoodRecord() throws IOException {
        van.sell(2);
        pull();
        van.sell(4);
        Files.move(folder.resolve("pocket"), card);
        van.tell(new Event.TimeCame(Timer.MIRROR));
        assertThat(van.words()).doesNotContain("Zweitkopie");
        assertThat(onCard()).hasSize((int) van.last());
        assertThat(van.memory.copy().upTo()).isEqualTo(van.last());
    }

    @Test
    void aNewCardGetsTheWholeJournal() throws IOException {
        van.sell(2);
        pull();
        van.sell(1);
        Files.createDirectory(card);
        van.tell(new Event.TimeCame(Timer.MIRROR));
        assertThat(onCard()).hasSize((int) van.last());
    }

    @Test
    void aCardThatIsChangedBetweenTwoSalesIsNotedWithTheNextAndGetsTheWholeJournal()
            throws IOException {
        van.sell(2);
        pull();
        Files.createDirectory(card);
        van.sell();
        assertThat(onCard()).hasSize((int) van.last());
        assertThat(van.words()).doesNotContain("Zweitkopie");
    }

    @Test
    void aCardOfLastWeekThatIsPutInBetweenTwoSalesGetsWhatItLacks() throws IOException {
        van.sell(2);
        pull();
        Files.createDirectory(card);
        van.sell();
        Files.move(card, folder.resolve("drawer"));
        van.sell(3);
        Files.move(folder.resolve("pocket"), card);
        van.sell();
        van.tell(new Event.TimeCame(Timer.MIRROR));
        assertThat(onCard()).hasSize((int) van.last());
    }

    @Test
    void aTornRecordCostsNothingBecauseItIsCopiedAnewAtTheNextStart() throws IOException {
        van.sell(2);
        try (var file = FileChannel.open(mirror(), StandardOpenOption.WRITE)) {
            file.truncate(file.size() - 7);
        }
        van.medium = copy();
        van.start();
        assertThat(onCard()).hasSize((int) van.last());
    }

    private void pull() throws IOException {
        Files.move(card, folder.resolve("pocket"));
    }

    private Path mirror() {
        return card.resolve(van.journal + ".mirror");
    }

    /** Sequences of the entries that the county reads from the card. */
    private TreeSet<Long> onCard() throws IOException {
        var reader = new MirrorReader(ByteBuffer.wrap(Files.readAllBytes(mirror())), COUNTY);
        var found = new TreeSet<Long>();
        for (var item = reader.next(); item != null; item = reader.next()) {
            if (item instanceof MirrorItem.Intact intact
                    && intact.content() instanceof MirrorEntry entry) {
                var stored = van.store.entries(entry.seq(), 1).getFirst();
                assertThat(entry.entry()).isEqualTo(stored.entry());
                assertThat(entry.signature()).isEqualTo(stored.signature());
                found.add(entry.seq());
            }
        }
        return found;
    }
}
