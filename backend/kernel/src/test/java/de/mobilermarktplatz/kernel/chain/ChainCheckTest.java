package de.mobilermarktplatz.kernel.chain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.Seeds;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.ChainCheck.Broken;
import de.mobilermarktplatz.kernel.chain.ChainCheck.Intact;
import de.mobilermarktplatz.kernel.id.JournalId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChainCheckTest {

    private static final JournalId JOURNAL = JournalId.of("019a0000-0000-7000-8000-000000000001");
    private static final Bytes START = HashChain.start(Bytes.ofHex("c0ffee"));

    @Test
    void theFormulaIsFixedForEver() {
        assertThat(START.hex())
                .isEqualTo("c47a10dc272b1221f0380a2ae0f7d7fa830b3e378f2f5309bbf13f61ad211913");
        assertThat(HashChain.next(JOURNAL, 1, START, Bytes.ofHex("01")).hex())
                .isEqualTo("019923f54acad6042f1609a83f382449beb9d65ca76f3d65c787189844e6ac94");
    }

    @Test
    void anUntouchedJournalIsIntact() {
        List<ChainLink> links = journal(new Random(1), 20);

        assertThat(check(links)).isEqualTo(new Intact(20, links.getLast().hash()));
        assertThat(check(List.of())).isEqualTo(new Intact(0, START));
    }

    @Test
    void aTailIsCheckedFromTheHeadBeforeIt() {
        List<ChainLink> links = journal(new Random(1), 20);

        assertThat(ChainCheck.verify(JOURNAL, 12, links.get(11).hash(), links.subList(12, 20)))
                .isEqualTo(new Intact(20, links.getLast().hash()));
    }

    @Test
    void aChangedEntryIsNamedWithBothHashes() {
        List<ChainLink> links = new ArrayList<>(journal(new Random(1), 20));
        ChainLink honest = links.get(6);
        links.set(6, new ChainLink(7, Bytes.ofHex("ff"), honest.hash()));

        assertThat(check(links))
                .isEqualTo(
                        new Broken(
                                7,
                                HashChain.next(JOURNAL, 7, links.get(5).hash(), Bytes.ofHex("ff")),
                                honest.hash()));
    }

    @Test
    void theSameEntriesInAnotherJournalHaveOtherHashes() {
        JournalId other = JournalId.of("019a0000-0000-7000-8000-000000000002");

        assertThat(ChainCheck.verify(other, 0, START, journal(new Random(1), 3)))
                .isInstanceOfSatisfying(
                        Broken.class, broken -> assertThat(broken.seq()).isEqualTo(1));
    }

    @Test
    void whateverIsChangedTheFirstBrokenLinkIsNamed() {
        Seeds.forEach(
                500,
                random -> {
                    List<ChainLink> links =
                            new ArrayList<>(journal(random, 2 + random.nextInt(30)));
                    int place = random.nextInt(links.size() - 1);
                    tamper(links, place, random.nextInt(4));

                    assertThat(check(links))
                            .isInstanceOfSatisfying(
                                    Broken.class,
                                    broken -> assertThat(broken.seq()).isEqualTo(place + 1L));
                });
    }

    private static void tamper(List<ChainLink> links, int place, int how) {
        ChainLink link = links.get(place);
        switch (how) {
            case 0 ->
                    links.set(place, new ChainLink(link.seq(), Bytes.ofHex("abcdef"), link.hash()));
            case 1 -> links.set(place, new ChainLink(link.seq(), link.entry(), START));
            case 2 -> links.remove(place);
            default -> {
                links.set(place, links.get(place + 1));
                links.set(place + 1, link);
            }
        }
    }

    private static ChainCheck check(List<ChainLink> links) {
        return ChainCheck.verify(JOURNAL, 0, START, links);
    }

    private static List<ChainLink> journal(Random random, int length) {
        List<ChainLink> links = new ArrayList<>();
        Bytes head = START;
        for (long seq = 1; seq <= length; seq++) {
            byte[] content = new byte[1 + random.nextInt(60)];
            random.nextBytes(content);
            Bytes entry = Bytes.of(content);
            head = HashChain.next(JOURNAL, seq, head, entry);
            links.add(new ChainLink(seq, entry, head));
        }
        return links;
    }
}
