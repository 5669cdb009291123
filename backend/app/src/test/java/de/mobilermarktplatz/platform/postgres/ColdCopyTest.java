package de.mobilermarktplatz.platform.postgres;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.Checkout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The backup of a county without a database server of its own: {@code infra/backup/cold-copy.sh}.
 */
@EnabledOnOs(OS.LINUX)
class ColdCopyTest {

    @TempDir Path folder;

    @Test
    void aFolderIsCopiedWhenItsDatabaseRestsAndStartsElsewhere() throws Exception {
        Path data = folder.resolve("data");
        Path disk = Files.createDirectory(folder.resolve("disk"));
        PreparedCluster.copyInto(data);
        try (var server = EmbeddedPostgres.start(data)) {
            Sql.run(server, "CREATE TABLE kept (id int)", "INSERT INTO kept VALUES (7)");

            Programs.Outcome running = script(data.toString(), disk.toString());
            assertThat(running.exit()).isEqualTo(1);
            assertThat(running.words().getLast()).contains("Stop the backend");
            assertThat(disk).isEmptyDirectory();
        }
        Programs.Outcome copied = script(data.toString(), disk.toString());
        assertThat(copied.exit()).as(copied.words().toString()).isZero();
        String tar = copied.words().getLast().replace("cold copy: ", "");

        assertThat(script("--restore", tar, data.toString()).words().getLast())
                .contains("is not empty. Nothing was changed");
        Path elsewhere = folder.resolve("elsewhere");
        assertThat(script("--restore", tar, elsewhere.toString()).exit()).isZero();
        try (var server = EmbeddedPostgres.start(elsewhere)) {
            assertThat(Sql.ask(server, "SELECT id FROM kept")).isEqualTo("7");
        }
    }

    private static Programs.Outcome script(String... arguments) {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.add(Checkout.file("infra/backup/cold-copy.sh").toString());
        command.addAll(List.of(arguments));
        return Programs.run(command);
    }
}
