package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.Checkout;
import de.mobilermarktplatz.testing.ExternalDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The scripts of {@code infra} as an administrator calls them. */
final class BackupScripts {

    private final Path folder;

    BackupScripts(Path folder) {
        this.folder = folder;
    }

    record Outcome(int exit, String words) {}

    /** Makes a backup and returns its folder. */
    Path backsUp(ExternalDatabase database, Path data, Path target, int keep) {
        Outcome outcome = run(database, data, "backup.sh", "--keep", "" + keep, target.toString());
        assertThat(outcome.exit()).as(outcome.words()).isZero();
        System.out.print(outcome.words().indent(4));
        String made = outcome.words().lines().findFirst().orElseThrow();
        return Path.of(made.substring("backup: ".length()));
    }

    Outcome restores(Path backup, ExternalDatabase database, Path data) {
        return run(database, data, "restore.sh", backup.toString());
    }

    /** What a container's supervisor asks, {@code infra/container/healthy.sh}. */
    boolean saysHealthy(int port) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder("bash", Checkout.file("infra/container/healthy.sh").toString());
        builder.environment().put("SERVER_PORT", Integer.toString(port));
        return builder.redirectErrorStream(true).start().waitFor() == 0;
    }

    private Outcome run(ExternalDatabase database, Path data, String script, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add("bash");
        command.add(Checkout.file("infra/backup/" + script).toString());
        command.addAll(List.of(arguments));
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("PGHOST", database.host());
            builder.environment().put("PGPORT", Integer.toString(database.port()));
            builder.environment().put("PGDATABASE", database.name());
            builder.environment().put("PGPASSFILE", passwords(database).toString());
            builder.environment().put("MARKTPLATZ_DATA", data.toString());
            // Into a file: reading the output would wait for a script that hangs, however long.
            var output = Files.createTempFile(folder, script, ".log");
            var process = builder.redirectOutput(output.toFile()).start();
            process.getOutputStream().close();
            boolean ended = process.waitFor(2, TimeUnit.MINUTES);
            if (!ended) {
                process.descendants().forEach(ProcessHandle::destroyForcibly);
                var _ = process.destroyForcibly();
            }
            String words = Files.readString(output);
            assertThat(ended).as(words).isTrue();
            return new Outcome(process.exitValue(), words);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Path passwords(ExternalDatabase database) throws IOException {
        Path file = folder.resolve("pgpass");
        Files.writeString(
                file,
                "*:*:*:marktplatz_owner:%s%n*:*:*:marktplatz_backup:%s%n"
                        .formatted(
                                Objects.requireNonNull(database.password("owner")),
                                Objects.requireNonNull(database.password("backup"))));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        return file;
    }
}
