package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.Abort;
import de.mobilermarktplatz.contract.journal.AbortReason;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Real processes with real deaths. */
@Tag("proof")
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class KilledInTheMiddleOfASaleTest {
    @TempDir Path data;
    private FakeBackend backend;

    @BeforeEach
    void openTheBackend() throws Exception {
        backend = new FakeBackend(SampleTour.snapshot());
        try (var rig = Rig.onTour(data, backend)) {
            rig.drain();
        }
    }

    @AfterEach
    void closeTheBackend() {
        backend.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sale.in-basket:2, true, 1",
        "sale.before-commit:2, true, 1",
        "sale.after-commit:2, false, 2",
        "sale.after-print:2, false, 2",
    })
    void everyShownReceiptIsInTheJournalOnceAndALostBasketIsAborted(
            String point, boolean aborted, int receipts) throws Exception {
        backend.down();
        try (var tablet = start("--halt-at", point)) {
            assertThat(tablet.hear().get("ok").asBoolean()).isTrue();
            assertThat(tablet.tell("sell 11 2 cash 500").get("receiptNo").asLong()).isEqualTo(1);
            assertThat(tablet.tell("sell 12 1 cash 500")).isNull();
            assertThat(tablet.exitCode()).isEqualTo(137);
        }
        backend.up();
        try (var tablet = start()) {
            var found = tablet.hear();
            assertThat(found.get("aborted").asBoolean()).isEqualTo(aborted);
            assertThat(tablet.tell("status").get("basketLines").asLong()).isZero();
            assertThat(tablet.tell("sync").get("ok").asBoolean()).isTrue();
            assertThat(tablet.tell("verify").get("intact").asBoolean()).isTrue();
        }
        assertPrintedIsCommitted(receipts);
        assertThat(aborts()).hasSize(aborted ? 1 : 0);
    }

    @Test
    void aKillBetweenSendingAndAcknowledgingDoublesNothing() throws Exception {
        for (var point : List.of("upload.before-send", "upload.after-send", "upload.after-ack")) {
            try (var tablet = start("--halt-at", point)) {
                tablet.hear();
                tablet.tell("sell 11 1 cash 120");
                tablet.tell("sync");
                assertThat(tablet.exitCode()).isEqualTo(137);
            }
        }
        try (var tablet = start()) {
            tablet.hear();
            assertThat(tablet.tell("sync").get("ok").asBoolean()).isTrue();
        }
        assertThat(backend.journal()).extracting(JournalEntry::opId).doesNotHaveDuplicates();
    }

    @Test
    void sigkillAtAnyMomentOfSellingLosesNoShownReceipt() throws Exception {
        backend.down();
        int shown = 1;
        try (var tablet = start()) {
            tablet.hear();
            assertThat(tablet.tell("sell 11 1 cash 500").get("ok").asBoolean()).isTrue();
            var killer =
                    Thread.ofVirtual()
                            .start(
                                    () -> {
                                        try {
                                            Thread.sleep(400);
                                            tablet.kill();
                                        } catch (InterruptedException e) {
                                            Thread.currentThread().interrupt();
                                        }
                                    });
            while (tablet.tell("sell 11 1 12 1 cash 500") != null) {
                shown++;
            }
            killer.join();
        }
        backend.up();
        try (var tablet = start()) {
            tablet.hear();
            assertThat(tablet.tell("sync").get("ok").asBoolean()).isTrue();
        }
        long receipts = receiptNumbers().size();
        assertThat(receipts).isBetween((long) shown, shown + 1L);
        assertPrintedIsCommitted((int) receipts);
    }

    @Test
    void aSecondProcessOnTheSameFolderSaysSoInOneSentence() throws Exception {
        try (var first = start()) {
            first.hear();
            var second =
                    new ProcessBuilder(TabletProcess.command(data, backend.address()))
                            .redirectErrorStream(true)
                            .start();
            var said = new String(second.getInputStream().readAllBytes());
            assertThat(second.waitFor()).isEqualTo(2);
            assertThat(said).contains("Another tablet process uses");
        }
    }

    private TabletProcess start(String... more) throws IOException {
        return TabletProcess.start(data, backend.address(), more);
    }

    private List<Long> receiptNumbers() {
        return backend.journal().stream()
                .map(JournalEntry::body)
                .filter(ReceiptBody.class::isInstance)
                .map(body -> ((ReceiptBody) body).receiptNo())
                .toList();
    }

    private List<Abort> aborts() {
        return backend.journal().stream()
                .map(JournalEntry::body)
                .filter(Abort.class::isInstance)
                .map(Abort.class::cast)
                .filter(abort -> abort.reason() == AbortReason.CRASH && !abort.lines().isEmpty())
                .toList();
    }

    private void assertPrintedIsCommitted(int receipts) throws IOException {
        var numbers = receiptNumbers();
        assertThat(numbers).hasSize(receipts);
        for (int i = 0; i < receipts; i++) {
            assertThat(numbers.get(i)).isEqualTo(i + 1);
        }
        try (var files = Files.list(data.resolve("receipts"))) {
            assertThat(files.count()).isEqualTo(receipts);
        }
    }
}
