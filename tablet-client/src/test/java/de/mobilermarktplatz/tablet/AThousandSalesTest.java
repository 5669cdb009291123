package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("proof")
class AThousandSalesTest {
    private static final int SALES = 1_000;

    @TempDir Path data;

    @Test
    void aThousandSalesWithoutANetworkAllArriveWhenItIsBack() throws Exception {
        try (var van = Rig.onTour(data)) {
            van.backend.down();
            var random = new Random(42);
            long[] micros = new long[SALES];
            for (int i = 0; i < SALES; i++) {
                long started = System.nanoTime();
                van.tell(sale(random));
                micros[i] = (System.nanoTime() - started) / 1_000;
            }
            Arrays.sort(micros);
            van.backend.bytesReceived = 0;
            van.backend.up();
            long started = System.nanoTime();
            van.drain();
            long drainMillis = (System.nanoTime() - started) / 1_000_000;
            System.out.printf(
                    "1,000 sales offline: p50 %d us, p99 %d us each (two commits, one signature);"
                            + " drain %d ms, %d bytes a sale in %d uploads%n",
                    micros[SALES / 2],
                    micros[SALES * 99 / 100],
                    drainMillis,
                    van.backend.bytesReceived / SALES,
                    van.backend.uploads.get());
            long last = van.tell("status").get("lastSeq").asLong();
            assertThat(van.backend.inbox).hasSize((int) last);
            assertThat(van.tell("status").get("receipts").asLong()).isEqualTo(SALES);
            assertThat(van.backend.bytesReceived / SALES).isLessThan(170);
        }
    }

    private static String sale(Random random) {
        return "sell 11 %d 12 %d 13 %d cash %d"
                .formatted(
                        1 + random.nextInt(5),
                        1 + random.nextInt(3),
                        50 + random.nextInt(900),
                        4000 + 500 * random.nextInt(4));
    }
}
