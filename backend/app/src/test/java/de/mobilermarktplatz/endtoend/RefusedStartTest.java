package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import de.mobilermarktplatz.Application;
import de.mobilermarktplatz.platform.postgres.EmbeddedPostgres;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A backend that cannot start says why in one German sentence, ends with 1, shows no stack. */
@EnabledOnOs(OS.LINUX)
class RefusedStartTest {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String LEAD = "Der Mobile Marktplatz startet nicht: ";

    @TempDir Path folder;

    @Test
    void aTakenPortIsNamed() throws Exception {
        try (var other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            String port = Integer.toString(other.getLocalPort());

            assertThat(refusal("--server.address=127.0.0.1", "--server.port=" + port))
                    .contains("Der Port " + port + " ist belegt", "--server.port=");
        }
    }

    @Test
    void aDataFolderInUseNamesTheProcess() {
        try (var running = EmbeddedPostgres.start(data())) {
            assertThat(running.alive()).isTrue();
            assertThat(refusal())
                    .contains(
                            data().toString(),
                            "benutzt schon der Prozess " + ProcessHandle.current().pid());
        }
    }

    @Test
    void liveWithAMovedClockIsRefused() {
        assertThat(refusal("--marktplatz.mode=LIVE", "--marktplatz.clock-offset=PT26H"))
                .contains("LIVE", "marktplatz.clock-offset ist PT26H");
    }

    @Test
    @Tag("proof")
    void aDataFolderThatIsAFileIsNamed() throws Exception {
        Files.writeString(data(), "no folder");

        assertThat(refusal()).contains(data() + " ist kein Ordner");
    }

    @Test
    @Tag("proof")
    void aDatabaseServerThatDoesNotAnswerIsNamed() {
        assertThat(
                        refusal(
                                "--marktplatz.database.host=127.0.0.1",
                                "--marktplatz.database.port=1",
                                "--marktplatz.database.owner-password=x",
                                "--marktplatz.database.app-password=geheim"))
                .contains("127.0.0.1:1", "Vielleicht läuft der Server nicht")
                .doesNotContain("geheim");
    }

    @Test
    @Tag("proof")
    void anOptionThatNobodyUnderstandsIsNamed() {
        assertThat(refusal("--marktplatz.clock-offset=morgen"))
                .contains("marktplatz.clock-offset", "„morgen“");
    }

    @Test
    void aFullDiskSaysHowMuchIsMissing() throws Exception {
        Path disk = Files.createDirectory(data());
        String mount = "mount -t tmpfs -o size=30m tmpfs " + disk;
        List<String> alone = List.of("unshare", "-r", "-m", "sh", "-c");
        List<String> trial = new ArrayList<>(alone);
        trial.add(mount);
        assumeTrue(
                new ProcessBuilder(trial).start().waitFor() == 0,
                "this system lets nobody mount a small file system, so the full disk is not tried");
        List<String> prefix = new ArrayList<>(alone);
        prefix.addAll(List.of(mount + " && exec \"$@\"", "sh"));

        assertThat(refusal(prefix)).contains(disk.toString(), "MB frei, nötig sind 100 MB");
    }

    private Path data() {
        return folder.resolve("data");
    }

    private String refusal(String... options) {
        return refusal(List.of(), options);
    }

    /** The last line of a start that ends with 1. */
    private String refusal(List<String> prefix, String... options) {
        List<String> arguments = new ArrayList<>(List.of(options));
        arguments.add("--marktplatz.data=" + data());
        arguments.add("--marktplatz.sample=false");
        if (arguments.stream().noneMatch(option -> option.startsWith("--server.port"))) {
            arguments.add("--server.port=0");
        }
        try (var backend =
                new JavaProcess(
                        prefix, "backend", folder, Application.class.getName(), arguments)) {
            String sentence = backend.await(LEAD, SOON);
            assertThat(backend.ended(SOON)).isEqualTo(1);
            for (String line = backend.next(Duration.ofMillis(200));
                    line != null;
                    line = backend.next(Duration.ofMillis(200))) {
                assertThat(line).doesNotContain("Exception", "\tat ", "FAILED TO START");
            }
            return sentence;
        }
    }
}
