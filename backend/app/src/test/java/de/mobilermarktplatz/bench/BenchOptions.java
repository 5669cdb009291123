package de.mobilermarktplatz.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a run measures and for how long.
 *
 * @param seconds length of each measured phase
 * @param warmUp seconds of load that come before the first measured phase and count for nothing
 * @param clients numbers of customers at once, one phase each
 * @param requests measures the order request alone
 * @param wholes measures the whole order
 * @param seed of every choice of goods and calls
 * @param keep leaves the data folder where it is
 */
record BenchOptions(
        int seconds,
        int warmUp,
        List<Integer> clients,
        boolean requests,
        boolean wholes,
        long seed,
        boolean keep) {

    static final String USAGE =
            "--seconds=10 --warm-up=30 --clients=8,32 --only=request|whole --seed=1 --keep";

    static BenchOptions of(String... arguments) {
        Map<String, String> given = new LinkedHashMap<>();
        for (String argument : arguments) {
            String[] parts = argument.split("=", 2);
            given.put(parts[0], parts.length == 2 ? parts[1] : "");
        }
        String only = given.remove("--only");
        BenchOptions options =
                new BenchOptions(
                        number(given.remove("--seconds"), 10),
                        number(given.remove("--warm-up"), 30),
                        counts(given.remove("--clients")),
                        !"whole".equals(only),
                        !"request".equals(only),
                        number(given.remove("--seed"), 1),
                        given.remove("--keep") != null);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException(
                    "Unknown option " + given.keySet() + "; there are " + USAGE);
        }
        return options;
    }

    private static int number(String text, int otherwise) {
        return text == null ? otherwise : Integer.parseInt(text);
    }

    private static List<Integer> counts(String text) {
        return text == null
                ? List.of(8, 32)
                : Arrays.stream(text.split(",")).map(Integer::valueOf).toList();
    }
}
