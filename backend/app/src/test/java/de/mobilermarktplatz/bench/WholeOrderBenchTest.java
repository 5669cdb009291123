package de.mobilermarktplatz.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The one command works from start to end, with pgbench where there is one. */
@Tag("proof")
class WholeOrderBenchTest {

    @Test
    void aShortRunIsSoundAndPrintsWhatItMeasured() throws Exception {
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        boolean sound =
                OrderBench.run(
                        BenchOptions.of("--seconds=2", "--warm-up=2", "--clients=2"),
                        new PrintStream(printed, true, StandardCharsets.UTF_8));
        String report = printed.toString(StandardCharsets.UTF_8);

        assertThat(sound).as(report).isTrue();
        assertThat(report)
                .contains("fsync=on", "full_page_writes=on", "synchronous_commit=on")
                .contains("order request", "whole order", "every answer is in the database")
                .containsAnyOf("pgbench before", "No ratio: pgbench is not installed");
    }
}
