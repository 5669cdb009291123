package de.mobilermarktplatz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A full disk costs the write that did not fit, never what was committed before. */
@EnabledOnOs(OS.LINUX)
class FullDiskTest {

    @TempDir Path folder;

    @Test
    void aFullDiskIsAnErrorWithASentenceAndNoLoss() throws Exception {
        var disk = Files.createDirectory(folder.resolve("disk"));
        // The small file system lives in the child's own mount namespace and goes away with it.
        var unshare =
                Host.current().root() ? List.of("unshare", "-m") : List.of("unshare", "-r", "-m");
        var mount = "mount -t tmpfs -o size=180m tmpfs " + disk;
        assumeTrue(
                Programs.run(join(unshare, List.of("sh", "-c", mount))).exit() == 0,
                "this system lets nobody mount a small file system, so the full disk is not tried");

        var prefix = join(unshare, List.of("sh", "-c", mount + " && exec \"$@\"", "sh"));
        try (var child = ChildJvm.start(prefix, FullDiskStory.class, disk.toString())) {
            assertThat(child.await("first")).contains("nur 59 MB frei, nötig sind 100 MB");
            assertThat(child.await("full")).startsWith("53100").contains("No space left on device");
            assertThat(child.await("reading")).isEqualTo("kept");
            assertThat(child.await("space")).isEqualTo("ok");
            assertThat(child.await("log")).isEqualTo("53100");
            assertThat(child.await("back")).isEqualTo("t");
            assertThat(child.await("second")).contains("nur 4 MB frei, nötig sind 20 MB");
            assertThat(Integer.parseInt(child.await("rows"))).isGreaterThanOrEqualTo(5001);
        }
    }

    private static List<String> join(List<String> first, List<String> second) {
        return java.util.stream.Stream.concat(first.stream(), second.stream()).toList();
    }
}
