package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The disk says no in the middle of the day. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class StorageFailsTest {
    private static final Path STRACE = Path.of("/usr/bin/strace");

    @TempDir Path data;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "fdatasync,fsync:error=EIO:when=12+",
                "pwrite64,write:error=ENOSPC:when=200+",
            })
    void afterAFailedWriteNothingIsSoldOrShownAnyMore(String fault) throws Exception {
        assumeTrue(
                Files.isExecutable(STRACE),
                "Skipped: needs strace to make the disk fail. Install the package strace.");
        try (var backend = new FakeBackend(SampleTour.snapshot())) {
            try (var rig = Rig.onTour(data, backend)) {
                rig.drain();
            }
            backend.down();
            var calls = fault.substring(0, fault.indexOf(':'));
            int shown = 0;
            String sentence = "";
            try (var tablet =
                    TabletProcess.start(
                            List.of(
                                    STRACE.toString(),
                                    "-f",
                                    "-qq",
                                    "-o",
                                    "/dev/null",
                                    "-P",
                                    data.resolve("tablet.db-wal").toString(),
                                    "-e",
                                    "trace=" + calls,
                                    "-e",
                                    "inject=" + fault),
                            data,
                            backend.address())) {
                tablet.hear();
                for (int i = 0; i < 100 && sentence.isEmpty(); i++) {
                    var answer = tablet.tell("sell 11 1 cash 120");
                    shown += answer.get("ok").asBoolean() ? 1 : 0;
                    sentence = answer.path("error").asString("");
                }
                assertThat(sentence).contains("kann nicht mehr sicher speichern");
                assertThat(tablet.tell("sell 11 1 cash 120").get("error").asString())
                        .isEqualTo(sentence);
            }
            assertEveryShownReceiptSurvived(backend, shown);
        }
    }

    private void assertEveryShownReceiptSurvived(FakeBackend backend, int shown) throws Exception {
        backend.up();
        try (var tablet = TabletProcess.start(data, backend.address())) {
            tablet.hear();
            assertThat(tablet.tell("verify").get("intact").asBoolean()).isTrue();
            long receipts = tablet.tell("status").get("receipts").asLong();
            assertThat(receipts).isBetween((long) shown, shown + 1L);
        }
    }

    @Test
    void aFolderThatCannotBeMadeEndsTheStartWithASentence() throws Exception {
        var file = Files.writeString(data.resolve("file"), "x");
        var process =
                new ProcessBuilder(
                                TabletProcess.command(
                                        file.resolve("folder"), "http://localhost:1/sync/v1/x"))
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes());
        assertThat(process.waitFor()).isEqualTo(2);
        assertThat(said).contains("data folder cannot be used");
    }
}
