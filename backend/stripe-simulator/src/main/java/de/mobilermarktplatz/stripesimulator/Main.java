package de.mobilermarktplatz.stripesimulator;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;

/** The simulator as its own process. */
public final class Main {

    private static final Set<String> OPTIONS =
            Set.of(
                    "--port",
                    "--data",
                    "--webhook-url",
                    "--webhook-secret",
                    "--api-key",
                    "--clock-offset");

    private Main() {}

    /**
     * Runs until the process is ended.
     *
     * @param args {@code --port 12111 --data file --webhook-url http://…/{account} --webhook-secret
     *     whsec_… --api-key sk_test_* --clock-offset PT26H}
     * @throws InterruptedException when the waiting thread is interrupted
     */
    public static void main(String[] args) throws InterruptedException {
        try (var simulator = StripeSimulator.start(config(args))) {
            System.out.println("SIMULATION – keine echte Zahlung: " + simulator.baseUrl());
            new CountDownLatch(1).await();
        }
    }

    static Config config(String... args) {
        var options = options(args);
        var offset = Duration.parse(options.getOrDefault("--clock-offset", "PT0S"));
        var data = options.get("--data");
        return new Config(
                Integer.parseInt(options.getOrDefault("--port", "12111")),
                data == null ? null : Path.of(data),
                options.get("--webhook-url"),
                options.getOrDefault("--webhook-secret", "whsec_simulation"),
                options.getOrDefault("--api-key", "sk_test_*"),
                InstantSource.offset(InstantSource.system(), offset));
    }

    private static Map<String, String> options(String... args) {
        var options = new HashMap<String, String>();
        for (int i = 0; i < args.length; i += 2) {
            if (!OPTIONS.contains(args[i]) || i + 1 == args.length) {
                throw new IllegalArgumentException(
                        "Unknown option or missing value: " + args[i] + ". Known: " + OPTIONS);
            }
            options.put(args[i], args[i + 1]);
        }
        return options;
    }
}
