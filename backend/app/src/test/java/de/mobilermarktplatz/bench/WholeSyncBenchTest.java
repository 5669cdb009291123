package de.mobilermarktplatz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one command works from start to end, and what it counts is in the books. */
@Tag("proof")
class WholeSyncBenchTest {

    @Test
    void aShortRunIsSoundAndPrintsWhatItMeasured() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean sound =
                SyncBench.run(
                        SyncBench.Options.of("--vans=8", "--sales=200", "--warm-up=2"),
                        new PrintStream(printed, true, StandardCharsets.UTF_8));
        String report = printed.toString(StandardCharsets.UTF_8);

        assertThat(sound).as(report).isTrue();
        assertThat(report).contains("8 vans back at once", "every sale is in the books");
    }
}
