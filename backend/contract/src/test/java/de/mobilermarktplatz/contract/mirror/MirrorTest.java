package de.mobilermarktplatz.contract.mirror;

import static de.mobilermarktplatz.contract.mirror.MirrorFiles.COUNTY;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.entry;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.frames;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.header;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.intact;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.joined;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.read;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.sealer;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.Seeds;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MirrorTest {

    @Test
    void whatWasSealedIsReadByTheCounty() {
        assertThat(intact(read(joined(frames(3)))))
                .containsExactly(header(), entry(1), entry(2), entry(3));
    }

    @Test
    void nobodyElseReadsIt() {
        byte[] file = joined(frames(3));
        List<MirrorItem> items = read(file, new RecoveryKey(Bytes.ofHex("2b".repeat(32))));
        assertThat(items).hasSize(4).allMatch(MirrorItem.Sealed.class::isInstance);
        assertThat(new String(file, StandardCharsets.ISO_8859_1))
                .doesNotContain(
                        new String(entry(1).entry().toArray(), StandardCharsets.ISO_8859_1));
    }

    @Test
    void theSameRecordNeverLooksTheSame() {
        MirrorSealer sealer = sealer(1);
        assertThat(sealer.seal(entry(1))).isNotEqualTo(sealer.seal(entry(1)));
        assertThat(sealer(1).seal(entry(1))).isNotEqualTo(sealer(2).seal(entry(1)));
    }

    @Test
    void aFileThatWasCutOffAnywhereKeepsEveryWholeRecordAndTellsOfTheTornOne() {
        List<byte[]> frames = frames(2);
        byte[] file = joined(frames);
        int lastBegins = file.length - frames.getLast().length;
        for (int length = lastBegins + 1; length < file.length; length++) {
            List<MirrorItem> items = read(Arrays.copyOf(file, length));
            assertThat(intact(items)).containsExactly(header(), entry(1));
            assertThat(items.getLast())
                    .isEqualTo(new MirrorItem.Torn(lastBegins, length - lastBegins));
        }
    }

    @Test
    void whatIsAppendedBehindATornRecordIsReadToo() {
        List<byte[]> frames = frames(3);
        byte[] torn = Arrays.copyOf(frames.get(2), frames.get(2).length / 2);
        byte[] file = joined(List.of(frames.get(0), frames.get(1), torn, frames.get(3)));
        List<MirrorItem> items = read(file);
        assertThat(intact(items)).containsExactly(header(), entry(1), entry(3));
        assertThat(items.get(2)).isInstanceOf(MirrorItem.Damaged.class);
    }

    @Test
    void whereverABitFlipsOneRecordIsLostAtMost() {
        Seeds.forEach(
                200,
                random -> {
                    List<byte[]> frames = frames(5);
                    int hit = random.nextInt(frames.size());
                    byte[] frame = frames.get(hit).clone();
                    frame[random.nextInt(frame.length)] ^= (byte) (1 << random.nextInt(8));
                    frames.set(hit, frame);
                    List<MirrorRecord> left = intact(read(joined(frames)));
                    List<MirrorRecord> expected = intact(read(joined(frames(5))));
                    assertThat(left)
                            .hasSize(5)
                            .isEqualTo(
                                    expected.stream()
                                            .filter(one -> !one.equals(expected.get(hit)))
                                            .toList());
                });
    }

    @Test
    void noBytesMakeTheReaderFailOrForget() {
        Seeds.forEach(
                300,
                random -> {
                    byte[] file = joined(frames(4));
                    int from = random.nextInt(file.length);
                    int to = Math.min(file.length, from + random.nextInt(200));
                    for (int i = from; i < to; i++) {
                        file[i] = (byte) random.nextInt();
                    }
                    byte[] cut = Arrays.copyOf(file, random.nextInt(file.length + 1));
                    long covered = 0;
                    for (MirrorItem item : read(cut)) {
                        assertThat(item.offset()).isGreaterThanOrEqualTo(covered);
                        covered = item.offset();
                    }
                });
    }

    @Test
    void aFileMadeOfHeadsKeepsNobodyBusy() {
        byte[] head = Arrays.copyOf(MirrorFrame.of(new byte[MirrorFrame.MOST_CONTENT_BYTES]), 16);
        byte[] file = new byte[1 << 20];
        for (int at = 0; at < file.length; at += head.length) {
            System.arraycopy(head, 0, file, at, head.length);
        }
        assertThat(intact(read(file))).isEmpty();
    }

    @Test
    void thePrintedKeyIsReadBackAndAMistypedOneIsNot() {
        String printed = COUNTY.printed();
        assertThat(RecoveryKey.parse(" " + printed.toLowerCase(java.util.Locale.ROOT)))
                .contains(COUNTY);
        assertThat(RecoveryKey.parse(printed.replaceFirst("2A", "2B"))).isEmpty();
        assertThat(RecoveryKey.parse("")).isEmpty();
        assertThat(COUNTY.toString()).doesNotContain("2a2a2a");
    }
}
