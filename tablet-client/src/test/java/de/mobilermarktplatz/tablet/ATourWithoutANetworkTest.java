package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.EntryType;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.tablet.core.Consequences;
import de.mobilermarktplatz.tablet.core.TabletState;
import de.mobilermarktplatz.tablet.core.Tour;
import de.mobilermarktplatz.tablet.store.TabletStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ATourWithoutANetworkTest {
    @TempDir Path data;
    private Rig van;

    @BeforeEach
    void takeTheTourAndLoseTheNetwork() throws Exception {
        van = Rig.onTour(data);
        van.backend.down();
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void aWholeDayIsUpstreamToTheCentAndThePieceOnceTheNetworkIsBack() throws Exception {
        van.tell("float 5000");
        van.tell("load all");
        van.tell("arrive " + SampleTour.CALL);
        van.tell("handover qr " + code(SampleTour.PAID));
        van.tell("handover code " + SampleTour.DUE_CODE + " cash 1000");
        van.tell("sell 11 3 " + SampleTour.JUICE_GTIN + " 1 cash 1000");
        van.tell("bottle 1 4");
        van.tell("scan 13 250");
        van.tell("scan 13 100");
        van.tell("pay cash 2000");
        van.tell("void 4");
        van.tell("shrink 11 1 broken");
        van.tell("leave");
        van.tell("count total 5000");
        var closed = van.tell("close");
        van.tell("unload 11=10");

        // float, order, sale with its deposit, 350 g of cheese; the bottles taken back were voided
        // again
        assertThat(closed.get("zNumber").asLong()).isEqualTo(1);
        assertThat(closed.get("expectedCents").asLong()).isEqualTo(5000 + 535 + 655 + 767);
        assertThat(closed.get("differenceCents").asLong()).isEqualTo(5000 - 6957);
        assertThat(van.ask("status").get("words").asString()).contains("nur auf diesem Tablet");

        van.backend.up();
        van.drain();
        var entries = van.backend.journal();
        assertThat(cashOf(entries)).isEqualTo(Money.cents(5000));
        assertThat(entries).extracting(JournalEntry::type).contains(EntryType.STOCK_COUNT);
        assertThat(van.ask("status").get("words").asString())
                .isEqualTo(entries.size() + " beim Server, alles übertragen");
        assertThat(van.tell("verify").get("entries").asLong()).isEqualTo(entries.size());
        assertProjectionsAreTheJournalFolded(entries);
    }

    @Test
    void aReceiptIsPrintedOncePerNumberWithoutAGap() throws Exception {
        van.tell("sell 11 1 cash 200");
        van.tell("sell 12 1 cash 500");
        van.refused("sell 11 1 cash 100");
        van.tell("void 1");
        assertThat(van.receipts()).containsExactly("000001.txt", "000002.txt", "000003.txt");
        assertThat(Files.readString(data.resolve("receipts/000002.txt")))
                .contains(
                        "DEMO", "Apfelsaft 1 l", "Pfand 1 x 0,15", "2,95 €", "Rückgeld", "2,05 €");
        assertThat(Files.readString(data.resolve("receipts/000003.txt")))
                .contains("STORNO zu Bon 1", "-1,20 €");
    }

    @Test
    void anOrderPaidOnlineIsHandedOverWithoutAReceipt() throws Exception {
        var answer = van.tell("handover qr " + code(SampleTour.PAID));
        assertThat(answer.has("receipts")).isFalse();
        assertThat(van.refused("handover code " + SampleTour.PAID_CODE))
                .contains("schon übergeben");
        assertThat(van.refused("handover code " + SampleTour.PAID_CODE + " cash 100"))
                .contains("schon übergeben");
    }

    @Test
    void anUnpaidOrderNeedsItsMoneyAndRefusedLinesAreNotCharged() throws Exception {
        assertThat(van.refused("handover code " + SampleTour.DUE_CODE)).contains("5,35 €");
        var answer =
                van.tell(
                        "handover code "
                                + SampleTour.DUE_CODE
                                + " cash 300 refuse 2 reason damaged");
        assertThat(answer.get("totalCents").asLong()).isEqualTo(240);
        assertThat(answer.get("changeCents").asLong()).isEqualTo(60);

        van.backend.up();
        van.drain();
        var entries = van.backend.journal();
        var sale = entries.stream().filter(e -> e.body() instanceof Sale).findFirst().orElseThrow();
        var handover = bodies(entries, Handover.class).getFirst();
        assertThat(handover.receipt()).isEqualTo(sale.opId());
        assertThat(handover.paidAtVan()).isEqualTo(Money.cents(240));
        // The first answer of the server may add a clock anchor at any place.
        assertThat(entries)
                .extracting(JournalEntry::type)
                .filteredOn(type -> type != EntryType.CLOCK_ANCHOR)
                .last()
                .isEqualTo(EntryType.REFUSED);
    }

    @Test
    void aTamperedExpiredOrForeignPickUpCodeIsRefusedInWords() throws Exception {
        var code = code(SampleTour.PAID);
        var tampered =
                code.substring(0, 20) + (code.charAt(20) == 'A' ? 'B' : 'A') + code.substring(21);
        assertThat(van.refused("handover qr " + tampered)).contains("Abholcode");
        assertThat(van.refused("handover qr HALLO")).contains("kein Abholcode");
        var late =
                SampleTour.pickupCode(
                        van.backend.key, SampleTour.PAID, Instant.now().minus(Duration.ofHours(1)));
        assertThat(van.refused("handover qr " + late)).contains("abgelaufen");
        assertThat(van.refused("handover code ABCDEF")).contains("vorlesen");
        assertThat(van.tell("handover qr " + code).get("order").asString()).isEqualTo("1001");
    }

    @Test
    void goodsInTheHandAreSoldEvenWhenTheBooksSayThereAreNone() throws Exception {
        var sold = van.tell("sell 11 2 cash 240");
        assertThat(sold.get("hints").get(0).asString()).contains("-2 an Bord");
        assertThat(van.tell("status").get("stock").get(SampleTour.POTATOES.toString()).asLong())
                .isEqualTo(-2);
    }

    @Test
    void wineNeedsAnAnswerToTheAgeQuestion() throws Exception {
        assertThat(van.refused("sell 14 1 cash 1000")).contains("ab 16");
        assertThat(van.tell("sell 14 1 cash 1000 age too-young").get("sold").asBoolean()).isFalse();
        assertThat(van.tell("status").get("basketLines").asLong()).isZero();
        assertThat(van.tell("sell 14 1 cash 1000 age ok").get("receiptNo").asLong()).isEqualTo(1);
    }

    @Test
    void aDifferenceIsBookedAndTheNextDayStartsFromWhatWasCounted() throws Exception {
        van.tell("float 1000");
        van.tell("sell 11 1 cash 120");
        van.refused("close");
        van.tell("count 1000:1 100:1");
        assertThat(van.tell("close").get("differenceCents").asLong()).isEqualTo(-20);
        van.tell("count total 1100");
        var second = van.tell("close");
        assertThat(second.get("zNumber").asLong()).isEqualTo(2);
        assertThat(second.get("differenceCents").asLong()).isZero();

        van.backend.up();
        van.drain();
        var closings = bodies(van.backend.journal(), Closing.class);
        assertThat(closings).extracting(Closing::zNumber).containsExactly(1L, 2L);
        var first = closings.getFirst();
        assertThat(first.receiptCount()).isEqualTo(3);
        assertThat(Money.sum(first.taxes().stream().map(tax -> tax.gross()).toList()))
                .isEqualTo(Money.sum(first.payments().stream().map(Tender::amount).toList()))
                .isEqualTo(Money.cents(1100));
        assertThat(closings.getLast().receiptCount()).isZero();
        assertThat(closings.getLast().firstSeq()).isEqualTo(first.lastSeq() + 2);
    }

    @Test
    void nonsenseIsRefusedAndChangesNothing() throws Exception {
        // The first reply of the server leaves an entry with its time; it shall not come in
        // between.
        van.backend.up();
        van.drain();
        van.backend.down();
        long before = van.tell("status").get("lastSeq").asLong();
        for (var line :
                List.of(
                        "sell 11 -3 cash 100",
                        "sell 11 0 cash 100",
                        "sell 99 1 cash 100",
                        "sell 11 1 cash 99999999",
                        "sell cash 100",
                        "sell 11 viele cash 100",
                        "pay cash 100",
                        "abort",
                        "load K9",
                        "arrive 99",
                        "leave",
                        "void 77",
                        "count 3:1",
                        "close",
                        "cash difference 100",
                        "take nirgendwo",
                        "tanze")) {
            assertThat(van.refused(line)).as(line).isNotBlank();
        }
        assertThat(van.tell("status").get("lastSeq").asLong()).isEqualTo(before);
    }

    private String code(de.mobilermarktplatz.kernel.id.OrderId order) {
        return SampleTour.pickupCode(
                van.backend.key, order, Instant.now().plus(Duration.ofHours(8)));
    }

    private void assertProjectionsAreTheJournalFolded(List<JournalEntry> entries) {
        var tour = Tour.of(van.backend.tour);
        var folded = TabletState.EMPTY;
        for (var entry : entries) {
            folded = folded.after(Consequences.of(entry, tour));
        }
        van.close();
        try (var store = TabletStore.open(data)) {
            assertThat(store.held(Bytes.EMPTY).state()).isEqualTo(folded);
        }
    }

    private static Money cashOf(List<JournalEntry> entries) {
        var receipts =
                bodies(entries, ReceiptBody.class).stream()
                        .flatMap(receipt -> receipt.payments().stream())
                        .map(Tender::amount)
                        .toList();
        var moved = bodies(entries, CashMovement.class).stream().map(CashMovement::amount).toList();
        return Money.sum(receipts).plus(Money.sum(moved));
    }

    private static <B> List<B> bodies(List<JournalEntry> entries, Class<B> type) {
        return entries.stream()
                .map(JournalEntry::body)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }
}
