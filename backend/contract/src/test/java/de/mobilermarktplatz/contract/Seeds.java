package de.mobilermarktplatz.contract;

import java.util.Random;
import java.util.function.Consumer;

/** Runs a property for many seeds and names the seed that breaks it. */
public final class Seeds {

    private Seeds() {}

    public static void forEach(int count, Consumer<Random> property) {
        for (int seed = 0; seed < count; seed++) {
            try {
                property.accept(new Random(seed));
            } catch (AssertionError | RuntimeException broken) {
                throw new AssertionError(
                        "broken by seed " + seed + ": " + broken.getMessage(), broken);
            }
        }
    }
}
