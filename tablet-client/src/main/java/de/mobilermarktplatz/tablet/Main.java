package de.mobilermarktplatz.tablet;

import de.mobilermarktplatz.tablet.headless.Console;
import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.store.FolderLock;
import de.mobilermarktplatz.tablet.ui.Window;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;

/**
 * Starts the tablet, with its window or, with {@code --headless}, with {@link Console} commands;
 * see {@link Options}.
 */
public final class Main {
    private static final int WRONG_START = 2;

    private Main() {}

    /**
     * @param args see {@link Options}
     */
    public static void main(String[] args) {
        try {
            run(Options.parse(List.of(args)));
        } catch (Options.Wrong | Window.NoDisplay | StoreFailed | UncheckedIOException e) {
            System.err.println(e.getMessage());
            System.exit(WRONG_START);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            System.err.println("The data folder cannot be used: " + e.getMessage());
            System.exit(WRONG_START);
        }
    }

    private static void run(Options options) throws IOException, InterruptedException {
        Files.createDirectories(options.data());
        var lock = FolderLock.take(options.data());
        if (lock.isEmpty()) {
            throw new Options.Wrong(
                    "Another tablet process uses " + options.data() + ". Maybe it still runs.");
        }
        var wall = InstantSource.offset(Clock.systemUTC(), options.clockOffset());
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        try (var _ = lock.get();
                var tablet = Tablet.open(options, wall)) {
            if (!options.headless()) {
                var _ = tablet.start();
                Window.run(tablet);
                return;
            }
            var console = new Console(tablet);
            console.greet(out);
            console.run(in, out);
        }
    }
}
