package de.mobilermarktplatz.platform.postgres;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs PostgreSQL's short-lived programs and sends signals. */
final class Programs {

    private Programs() {}

    /** What a program said on both streams, and how it ended. */
    record Outcome(int exit, List<String> words) {}

    static Outcome run(List<String> command) {
        try {
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            neutral(builder.environment());
            var process = builder.start();
            process.getOutputStream().close();
            var words =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList();
            return new Outcome(process.waitFor(), words);
        } catch (IOException e) {
            return new Outcome(-1, List.of("error: " + e.getMessage()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Outcome(-1, List.of("error: interrupted"));
        }
    }

    /**
     * Java itself can send TERM and KILL only; PostgreSQL's fast shutdown is INT, its immediate one
     * QUIT.
     */
    static void signal(String name, long pid) {
        var _ = run(List.of("/bin/sh", "-c", "kill -" + name + " " + pid));
    }

    /**
     * Nothing of the operator's environment (PGDATA, PGPORT, language) may change what the server
     * does.
     */
    static void neutral(Map<String, String> environment) {
        environment.clear();
        environment.put("LC_ALL", "C");
        environment.put("TZ", "UTC");
        environment.put("PATH", "/usr/local/bin:/usr/bin:/bin");
    }

    static List<String> command(List<String> prefix, Path program, List<String> arguments) {
        var words = new ArrayList<>(prefix);
        words.add(program.toString());
        words.addAll(arguments);
        return words;
    }
}
