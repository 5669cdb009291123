package de.mobilermarktplatz.simulation.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/** Which seed kills which planted bug; kept beside the tests. */
final class Killers {
    private static final String FILE = "/simulation/killers.txt";
    private static final Path SOURCE = Path.of("src/test/resources" + FILE);

    private Killers() {}

    static Map<Mutant, Long> recorded() {
        var killers = new EnumMap<Mutant, Long>(Mutant.class);
        try (var in = Killers.class.getResourceAsStream(FILE)) {
            if (in == null) {
                return killers;
            }
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" +"))
                    .forEach(line -> killers.put(Mutant.valueOf(line[0]), Long.valueOf(line[2])));
            return killers;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void record(Map<Mutant, Long> killers) throws IOException {
        var text = new StringBuilder("# planted bug, the invariant that finds it, first seed\n");
        killers.forEach(
                (mutant, seed) ->
                        text.append(mutant)
                                .append(' ')
                                .append(mutant.invariant())
                                .append(' ')
                                .append(seed)
                                .append('\n'));
        Files.createDirectories(SOURCE.getParent());
        Files.writeString(SOURCE, text);
    }
}
