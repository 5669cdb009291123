package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sale is a sale with or without its paper. */
class ThePrinterFailsTest {
    @TempDir Path data;

    @Test
    void aSaleWithoutPaperIsSaidAndPrintedAtALaterStart() throws Exception {
        try (var backend = new FakeBackend(SampleTour.snapshot())) {
            var receipts = data.resolve("receipts");
            Files.writeString(receipts, "in the folder's place");
            try (var rig = Rig.onTour(data, backend)) {
                var sold = rig.tell("sell 11 1 cash 120");
                assertThat(sold.get("receiptNo").asLong()).isEqualTo(1);
                assertThat(sold.toString()).contains("Gebucht, aber nicht gedruckt.");
            }
            try (var rig = Rig.again(data, backend)) {
                assertThat(rig.tell("status").get("receipts").asLong()).isEqualTo(1);
            }
            Files.delete(receipts);
            try (var rig = Rig.again(data, backend)) {
                assertThat(rig.receipts()).containsExactly("000001.txt");
            }
        }
    }
}
