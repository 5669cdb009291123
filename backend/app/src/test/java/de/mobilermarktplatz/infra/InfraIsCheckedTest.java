package de.mobilermarktplatz.infra;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Scripts, units and container files are read by their linters; those that are not on this machine
 * are named in the output.
 */
@Tag("proof")
class InfraIsCheckedTest {

    @TempDir Path folder;

    @Test
    void noLinterFindsAnything() throws Exception {
        // Into a file: reading the output would wait for a linter that hangs, however long.
        var output = folder.resolve("check.log");
        var check =
                new ProcessBuilder("bash", Checkout.file("infra/check.sh").toString())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
        check.getOutputStream().close();
        boolean ended = check.waitFor(8, TimeUnit.MINUTES);
        if (!ended) {
            check.descendants().forEach(ProcessHandle::destroyForcibly);
            var _ = check.destroyForcibly();
        }
        var words = Files.readString(output);
        System.out.print(words);
        assertThat(ended).as(words).isTrue();
        assertThat(check.exitValue()).as(words).isZero();
    }
}
