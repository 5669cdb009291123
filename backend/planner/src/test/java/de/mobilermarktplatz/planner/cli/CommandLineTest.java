package de.mobilermarktplatz.planner.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandLineTest {
    private static final String DAY =
            """
            {"seconds": [[0, 600], [600, 0]], "metres": [[0, 8000], [8000, 0]],
             "rules": {"maxShiftSeconds": 36000, "breakAfterSeconds": 21600, "breakSeconds": 1800},
             "vans": [{"id": "van", "start": 0, "from": 21600, "to": 64800,
                       "capacity": {"chilled": [100000, 50000, 8]}, "centsPerKm": 60}],
             "producers": [{"id": "dairy", "place": 0, "fixedSeconds": 300, "secondsPerCrate": 30}],
             "calls": [{"id": "village", "place": 1, "from": 36000, "to": 36000, "dwellSeconds": 1800,
                        "goods": [{"source": "dairy", "chilled": [20000, 5000, 1]}]},
                       {"id": "caf\\u00e9", "place": 1, "dropCents": 10}]}
            """;

    @TempDir Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void anOwnFileIsSolvedIntoOneLineOfJson() throws IOException {
        var file = Files.writeString(folder.resolve("day.json"), DAY);

        int status = run("solve", "--seconds", "0.2", "--seed", "4", file.toString());

        assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .startsWith(
                        "{\"instance\":\"day\",\"convention\":\"own\",\"vehicles\":1,\"distance\":16000.00,"
                                + "\"feasible\":true,\"seconds\":")
                .endsWith("\"seed\":4}" + System.lineSeparator());
    }

    @Test
    void aMisspeltMemberIsNamed() throws IOException {
        var file =
                Files.writeString(
                        folder.resolve("day.json"), DAY.replace("dwellSeconds", "dwelSeconds"));

        assertThat(run("solve", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("file.calls has a member dwelSeconds");
    }

    @Test
    void brokenJsonIsRefusedWithItsPosition() throws IOException {
        var file = Files.writeString(folder.resolve("day.json"), "{\"seconds\": [[0, 1.5]]}");

        assertThat(run("solve", file.toString())).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Expected a whole number at character 18");
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8)).contains("solve [--seconds CPU]");
    }

    @Test
    void benchmarkFilesAreSolvedAndComparedWithTheBestKnown() {
        var data = Path.of(System.getProperty("marktplatz.shared", "../shared"), "data", "vrp");
        assumeTrue(
                Files.isDirectory(data),
                "Routing benchmarks are not beside this checkout: " + data);

        int status =
                run(
                        "bench",
                        "--best-known",
                        data.resolve("bks.csv").toString(),
                        "--seconds",
                        "0.8",
                        data.resolve("solomon100/C101.txt").toString(),
                        data.resolve("gh200/R1_2_1.txt").toString(),
                        data.resolve("lilim100/lc201.txt").toString());

        System.out.print(out.toString(StandardCharsets.UTF_8));
        assertThat(status).isZero();
        assertThat(out.toString(StandardCharsets.UTF_8))
                .contains("3 compared")
                .doesNotContain("INCOMPLETE");
    }

    private int run(String... args) {
        return Main.run(
                args,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
    }
}
