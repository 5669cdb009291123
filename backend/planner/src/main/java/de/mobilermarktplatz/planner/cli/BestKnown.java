package de.mobilermarktplatz.planner.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Best known solutions from a CSV file: set, instance, convention, vehicles (may be empty),
 * distance, source.
 */
record BestKnown(Map<String, Best> byKey) {
    /** Vehicles are 0 where the fleet is free. */
    record Best(int vehicles, double distance) {}

    static BestKnown read(Path csv) throws IOException {
        var byKey = new HashMap<String, Best>();
        for (String line : Files.readAllLines(csv).stream().skip(1).toList()) {
            String[] cells = line.split(",", 6);
            if (cells.length < 5) {
                throw new IllegalArgumentException("Five columns expected: " + line);
            }
            int vehicles = cells[3].isBlank() ? 0 : Integer.parseInt(cells[3].strip());
            byKey.put(key(cells[1], cells[2]), new Best(vehicles, Double.parseDouble(cells[4])));
        }
        return new BestKnown(Map.copyOf(byKey));
    }

    Optional<Best> of(Instance instance) {
        return Optional.ofNullable(byKey.get(key(instance.name(), instance.convention().label)));
    }

    private static String key(String name, String convention) {
        return name + "/" + convention;
    }
}
