package de.mobilermarktplatz.planner.problem;

import java.util.Arrays;

/**
 * An amount of goods, or the room for it: millilitres, grams and crates for each cold class. Every
 * value is at least 0; sums that leave the range of an int throw {@link ArithmeticException}.
 */
public final class Load {
    /** Three measures for each of three cold classes. */
    public static final int DIMENSIONS = 9;

    public static final Load NONE = new Load(new int[DIMENSIONS]);

    private static final int CRATES = 2;

    private final int[] amounts;

    private Load(int[] amounts) {
        this.amounts = amounts;
    }

    public static Load of(ColdClass coldClass, int millilitres, int grams, int crates) {
        if (millilitres < 0 || grams < 0 || crates < 0) {
            throw new IllegalArgumentException(
                    "A load is never negative: %d ml, %d g, %d crates"
                            .formatted(millilitres, grams, crates));
        }
        int[] amounts = new int[DIMENSIONS];
        int at = coldClass.offset;
        amounts[at] = millilitres;
        amounts[at + 1] = grams;
        amounts[at + CRATES] = crates;
        return new Load(amounts);
    }

    public static Load ambient(int millilitres, int grams, int crates) {
        return of(ColdClass.AMBIENT, millilitres, grams, crates);
    }

    public static Load chilled(int millilitres, int grams, int crates) {
        return of(ColdClass.CHILLED, millilitres, grams, crates);
    }

    public static Load frozen(int millilitres, int grams, int crates) {
        return of(ColdClass.FROZEN, millilitres, grams, crates);
    }

    public Load plus(Load other) {
        int[] sum = new int[DIMENSIONS];
        Arrays.setAll(sum, d -> Math.addExact(amounts[d], other.amounts[d]));
        return new Load(sum);
    }

    public int millilitres(ColdClass coldClass) {
        return amounts[coldClass.offset];
    }

    public int grams(ColdClass coldClass) {
        return amounts[coldClass.offset + 1];
    }

    public int crates(ColdClass coldClass) {
        return amounts[coldClass.offset + CRATES];
    }

    /** Crates over all cold classes; loading time is counted by them. */
    public int crates() {
        return crates(ColdClass.AMBIENT) + crates(ColdClass.CHILLED) + crates(ColdClass.FROZEN);
    }

    /**
     * The amount in one of the {@value #DIMENSIONS} dimensions: class by class, millilitres, grams,
     * crates.
     */
    public int amount(int dimension) {
        return amounts[dimension];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Load load && Arrays.equals(amounts, load.amounts);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(amounts);
    }

    @Override
    public String toString() {
        return "Load" + Arrays.toString(amounts);
    }
}
