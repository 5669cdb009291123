package de.mobilermarktplatz.sync.domain;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.EntryType;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.till.BookEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * A whole journal of version 1, as released, ends in the same totals for ever (I18). Neither file
 * is ever written again; a later version gets a folder of its own.
 */
class GoldenJournalTest {

    private static final Path FOLDER = Path.of("src", "test", "resources", "golden", "v1");
    private static final JournalId JOURNAL = new JournalId(new UUID(1, 23));
    private static final Bytes START = HashChain.start(Bytes.ofHex("c3".repeat(40)));
    private static final Instant ARRIVED = Instant.parse("2026-05-04T18:00:00Z");

    @Test
    void itsTotalsAreThoseOfEver() throws IOException {
        List<String> totals = totals(decided(read()));
        Path golden = FOLDER.resolve("journal-totals.txt");
        if (Boolean.getBoolean("golden.write") && !Files.exists(golden)) {
            Files.write(golden, totals);
        }
        assertThat(totals).isEqualTo(Files.readAllLines(golden));
    }

    @Test
    void itHasAnEntryOfEachTypeAndNoneIsUnknown() throws IOException {
        assertThat(
                        arrived(read()).read().stream()
                                .map(entry -> ((JournalEntry) entry).type())
                                .collect(Collectors.toSet()))
                .as("types of its day; a later one has its own golden entry")
                .containsExactlyInAnyOrderElementsOf(
                        EnumSet.complementOf(EnumSet.of(EntryType.JOURNAL_OPENED)));
    }

    @Test
    void entryByEntryItEndsInTheSameTotals() throws IOException {
        List<Bytes> entries = read();
        List<Write> writes = new ArrayList<>();
        JournalState at = new JournalState(JOURNAL, 0, START, START);
        for (Bytes entry : entries) {
            Decided decided = core().step(view(at, entries), arrived(at, List.of(entry)));
            writes.addAll(decided.writes());
            at = ((Outcome.Accepted) decided.outcome()).state();
        }
        assertThat(receipts(writes)).isEqualTo(receipts(decided(entries).writes()));
        assertThat(moves(writes)).isEqualTo(moves(decided(entries).writes()));
    }

    private static List<Bytes> read() throws IOException {
        return Files.readAllLines(FOLDER.resolve("journal.hex")).stream()
                .map(Bytes::ofHex)
                .toList();
    }

    private static Decided decided(List<Bytes> entries) {
        JournalState empty = new JournalState(JOURNAL, 0, START, START);
        return core().step(view(empty, entries), arrived(entries));
    }

    private static ServerCore core() {
        return new ServerCore((key, message, signature) -> true, Bytes.EMPTY);
    }

    private static Arrival.BatchArrived arrived(List<Bytes> entries) {
        return arrived(new JournalState(JOURNAL, 0, START, START), entries);
    }

    private static Arrival.BatchArrived arrived(JournalState at, List<Bytes> entries) {
        UploadBatch batch =
                new UploadBatch(
                        1, 1, at.acked() + 1, at.head().first(8), entries, Bytes.EMPTY, null);
        return Arrival.batch(batch, Bytes.EMPTY, ARRIVED);
    }

    /** All orders that the journal speaks of are there and were never touched. */
    private static View view(JournalState at, List<Bytes> entries) {
        Map<de.mobilermarktplatz.kernel.id.OrderId, OrderView> orders =
                arrived(entries).read().stream()
                        .map(entry -> ((JournalEntry) entry).body())
                        .filter(Handover.class::isInstance)
                        .map(body -> ((Handover) body).order())
                        .distinct()
                        .collect(Collectors.toMap(order -> order, _ -> order()));
        return new View(
                new DeviceView(
                        new DeviceId(new UUID(1, 22)),
                        3,
                        List.of(new DeviceKey(Bytes.EMPTY, Instant.EPOCH, ARRIVED.plusSeconds(60))),
                        null),
                new HeldJournal(at, 0, 1, Map.of(), Map.of(), Map.of(), 0),
                new TradeView(orders, new CrateGoods(Map.of()), Map.of(), Map.of()));
    }

    private static OrderView order() {
        OrderView.Line line =
                new OrderView.Line(new ProductId(new UUID(1, 4)), LineState.CONFIRMED, false);
        return new OrderView(new CallId(new UUID(1, 2)), Map.of(1, line, 2, line, 3, line));
    }

    private static List<String> totals(Decided decided) {
        List<String> lines = new ArrayList<>();
        lines.add("acked " + ((Outcome.Accepted) decided.outcome()).state().acked());
        lines.addAll(receipts(decided.writes()));
        lines.addAll(moves(decided.writes()));
        decided.writes().stream()
                .filter(OrderWrite.class::isInstance)
                .map(write -> write.getClass().getSimpleName())
                .forEach(lines::add);
        decided.writes().stream()
                .filter(CaseWrite.OpenCase.class::isInstance)
                .map(write -> "case " + ((CaseWrite.OpenCase) write).kind())
                .forEach(lines::add);
        return lines;
    }

    private static List<String> receipts(List<Write> writes) {
        List<String> lines = new ArrayList<>();
        for (BookEntry entry : books(writes)) {
            switch (entry) {
                case BookEntry.Receipt receipt ->
                        lines.add(
                                "receipt %d %s %d cents, paid %s, tax %s, %d lines"
                                        .formatted(
                                                receipt.receiptNo(),
                                                receipt.kind(),
                                                receipt.total().cents(),
                                                receipt.payments().stream()
                                                        .map(
                                                                one ->
                                                                        one.kind()
                                                                                + " "
                                                                                + one.amount()
                                                                                        .cents())
                                                        .toList(),
                                                receipt.taxes().stream()
                                                        .map(
                                                                one ->
                                                                        one.key()
                                                                                + " "
                                                                                + one.gross()
                                                                                        .cents()
                                                                                + "/"
                                                                                + one.vat().cents())
                                                        .toList(),
                                                receipt.lines().size()));
                case BookEntry.Count count ->
                        lines.add("count %s %d".formatted(count.kind(), count.total().cents()));
                case BookEntry.Closing closing ->
                        lines.add(
                                "closing %d expected %d counted %d receipts %d"
                                        .formatted(
                                                closing.zNumber(),
                                                closing.expected().cents(),
                                                closing.counted().cents(),
                                                closing.receiptCount()));
                case BookEntry.StockMoves _ -> {}
            }
        }
        return lines;
    }

    private static List<String> moves(List<Write> writes) {
        List<String> lines = new ArrayList<>();
        for (BookEntry entry : books(writes)) {
            if (entry instanceof BookEntry.StockMoves moves) {
                moves.moves()
                        .forEach(
                                move ->
                                        lines.add(
                                                "goods %s %s %d"
                                                        .formatted(
                                                                moves.kind(),
                                                                move.product(),
                                                                move.amount())));
            }
        }
        return lines;
    }

    private static List<BookEntry> books(List<Write> writes) {
        return writes.stream()
                .filter(BookWrite.Book.class::isInstance)
                .map(write -> ((BookWrite.Book) write).entry())
                .toList();
    }
}
