package de.mobilermarktplatz.planner.cli;

import de.mobilermarktplatz.planner.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A named problem read from a file. */
record Instance(String name, Convention convention, Problem problem) {

    /**
     * Tells the format by its first line; throws {@link IllegalArgumentException} for one that is
     * none of ours.
     */
    static Instance read(Path file, Convention convention) throws IOException {
        String text = Files.readString(file);
        String name = file.getFileName().toString().replaceFirst("\\.[a-z]+$", "");
        if (text.stripLeading().startsWith("{")) {
            return new Instance(name, Convention.OWN, JsonProblem.read(text));
        }
        List<String> lines = text.lines().filter(line -> !line.isBlank()).toList();
        boolean liLim =
                !lines.isEmpty() && lines.getFirst().strip().matches("\\d+\\s+\\d+\\s+\\d+");
        // Li and Lim's best known plans are kept in one convention only.
        return liLim
                ? new Instance(
                        name,
                        Convention.SINTEF_VEHICLES_FIRST,
                        BenchmarkFile.liLim(lines, Convention.SINTEF_VEHICLES_FIRST))
                : new Instance(name, convention, BenchmarkFile.solomon(lines, convention));
    }
}
