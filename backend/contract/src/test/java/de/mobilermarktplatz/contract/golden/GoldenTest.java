package de.mobilermarktplatz.contract.golden;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.EntryType;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.id.FactId;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What was written once is read for ever, and written the same way until a new version says
 * otherwise.
 */
class GoldenTest {

    static List<JournalEntry> entries() {
        return EntrySamples.all();
    }

    static List<Record> messages() {
        return WireSamples.all();
    }

    @ParameterizedTest
    @MethodSource("entries")
    void anEntryIsReadAndWrittenAsEver(JournalEntry entry) throws IOException {
        byte[] current = EntryCodec.encode(entry);
        byte[] golden =
                new GoldenFile("entry-%02d-%s%s".formatted(entry.seq(), entry.type(), more(entry)))
                        .bytesOrWrite(current);

        assertSame(entry, EntryCodec.decode(golden), current, golden);
    }

    @ParameterizedTest
    @MethodSource("messages")
    void aMessageIsReadAndWrittenAsEver(Record message) throws IOException {
        byte[] current = Wire.write(message);
        byte[] golden = new GoldenFile(name(message)).bytesOrWrite(current);

        assertSame(message, Wire.read(golden, message.getClass()), current, golden);
    }

    @Test
    void aReplyThatATabletKeptFromBeforeTheModeIsStillRead() throws IOException {
        EnrolmentReply then = WireSamples.enrolment(null);
        byte[] golden = new GoldenFile("EnrolmentReply").bytesOrWrite(then.encode());

        assertThat(EnrolmentReply.decode(golden)).isEqualTo(then);
    }

    @Test
    void aReplyThatATabletKeptFromBeforeTheSecondCopyIsStillRead() throws IOException {
        byte[] golden = new GoldenFile("EnrolmentReply-with-mode").bytesOrWrite(new byte[0]);

        assertThat(EnrolmentReply.decode(golden)).isEqualTo(WireSamples.enrolment(ServerMode.DEMO));
    }

    @Test
    void aVerdictFromBeforeItSaidWhatChangedIsStillRead() throws IOException {
        byte[] golden = new GoldenFile("entry-15-REQUEST_VERDICT").bytesOrWrite(new byte[0]);

        JournalEntry then = (JournalEntry) EntryCodec.decode(golden);

        assertThat(then.body())
                .isEqualTo(
                        RequestVerdict.no(
                                Ids.id(FactId::new, 9), Verdict.TOO_LATE, EntrySamples.ORDER));
    }

    @Test
    void aTourThatATabletKeptFromBeforeRequestsIsStillRead() throws IOException {
        byte[] golden = new GoldenFile("TourSnapshot").bytesOrWrite(new byte[0]);

        assertThat(Wire.read(golden, TourSnapshot.class)).isEqualTo(WireSamples.snapshot(null));
    }

    /** Names of messages that got a field since: the older file stays beside the newer. */
    private static String name(Record message) {
        String type = message.getClass().getSimpleName();
        return switch (message) {
            case EnrolmentReply _ -> type + "-with-recovery";
            case TourSnapshot _ -> type + "-with-requests";
            default -> type;
        };
    }

    private static String more(JournalEntry entry) {
        return entry.body() instanceof RequestVerdict ? "-with-lines" : "";
    }

    @Test
    void everyEntryTypeHasASample() {
        Stream<EntryType> sampled = entries().stream().map(JournalEntry::type);

        assertThat(sampled.toList()).contains(EntryType.values());
    }

    @Test
    void aDifferenceIsNamedByItsField() {
        JournalEntry entry = entries().getFirst();
        JournalEntry other =
                JournalEntry.of(
                        1, entry.opId(), 9, entry.wall(), 0, entry.bootId(), 1, entry.body());

        assertThat(FieldDiff.first("entry", entry, other))
                .contains("entry.tourGen: golden file says 2, code says 9");
    }

    private static void assertSame(Record current, Object read, byte[] written, byte[] golden) {
        FieldDiff.first(current.getClass().getSimpleName(), read, current)
                .ifPresent(
                        difference -> {
                            throw new AssertionError(difference);
                        });
        assertThat(HexFormat.of().formatHex(written))
                .as(
                        "read alike but written otherwise from byte %d on",
                        Arrays.mismatch(golden, written))
                .isEqualTo(HexFormat.of().formatHex(golden));
    }
}
