package de.mobilermarktplatz.planner.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The command line of the planner: {@code solve} and {@code bench}. */
public final class Main {
    private static final String USAGE =
            """
            solve [--seconds CPU] [--seed N] [--convention NAME] FILE...
            bench --best-known CSV [--seconds CPU] [--seed N] [--convention NAME] FILE-OR-FOLDER...
            conventions: dimacs-distance (default), sintef-vehicles-first; files: Solomon, Li-Lim, own JSON""";

    private final List<Path> files = new ArrayList<>();
    private double seconds = 10;
    private long seed = 1;
    private Convention convention = Convention.DIMACS_DISTANCE;
    private Path bestKnown = Path.of("");

    private Main() {}

    public static void main(String[] args) {
        int status = run(args, System.out, System.err);
        if (status != 0) {
            System.exit(status);
        }
    }

    /** Exit status: 0, or 2 for a wrong command or file, which is named on {@code err}. */
    static int run(String[] args, PrintStream out, PrintStream err) {
        try {
            var main = new Main();
            String command = args.length == 0 ? "" : args[0];
            main.options(args);
            if (command.equals("solve") && !main.files.isEmpty()) {
                main.solve(out);
            } else if (command.equals("bench") && !main.files.isEmpty()) {
                main.bench(out);
            } else {
                err.println(USAGE);
                return 2;
            }
            return 0;
        } catch (IOException | IllegalArgumentException wrong) {
            err.println(wrong);
            return 2;
        }
    }

    private void options(String[] args) throws IOException {
        int i = 1;
        while (i < args.length) {
            if (!args[i].startsWith("--")) {
                addFiles(Path.of(args[i]));
                i++;
                continue;
            }
            if (i + 1 == args.length) {
                throw new IllegalArgumentException(args[i] + " needs a value");
            }
            String value = args[i + 1];
            switch (args[i]) {
                case "--seconds" -> seconds = Double.parseDouble(value);
                case "--seed" -> seed = Long.parseLong(value);
                case "--convention" -> convention = Convention.named(value);
                case "--best-known" -> bestKnown = Path.of(value);
                default ->
                        throw new IllegalArgumentException("No option " + args[i] + "\n" + USAGE);
            }
            i += 2;
        }
    }

    private void addFiles(Path path) throws IOException {
        if (Files.isDirectory(path)) {
            try (Stream<Path> inside = Files.list(path)) {
                files.addAll(
                        inside.filter(file -> file.toString().endsWith(".txt")).sorted().toList());
            }
        } else {
            files.add(path);
        }
    }

    private void solve(PrintStream out) throws IOException {
        for (Path file : files) {
            out.println(Result.of(Instance.read(file, convention), seconds, seed).json());
        }
    }

    private void bench(PrintStream out) throws IOException {
        var bench = new Bench(BestKnown.read(bestKnown));
        out.println(Bench.heading());
        for (Path file : files) {
            out.println(bench.add(Result.of(Instance.read(file, convention), seconds, seed)));
        }
        out.println(bench.summary());
    }
}
