package de.mobilermarktplatz.planner.problem;

/**
 * Driving seconds and metres between places 0..n-1. Directed; the diagonal is what leaving and
 * coming back to the same place takes, usually 0. Immutable.
 */
public final class Travel {
    private final int places;
    private final int[] seconds;
    private final int[] metres;

    private Travel(int places, int[] seconds, int[] metres) {
        this.places = places;
        this.seconds = seconds;
        this.metres = metres;
    }

    /**
     * Copies two square matrices {@code [from][to]} of the same size; every value is at least 0.
     */
    public static Travel of(int[][] seconds, int[][] metres) {
        return new Travel(
                seconds.length, flat(seconds, seconds.length), flat(metres, seconds.length));
    }

    private static int[] flat(int[][] matrix, int size) {
        int[] flat = new int[size * size];
        if (matrix.length != size) {
            throw new IllegalArgumentException(
                    "Seconds and metres differ in size: %d and %d rows"
                            .formatted(size, matrix.length));
        }
        for (int from = 0; from < size; from++) {
            if (matrix[from].length != size) {
                throw new IllegalArgumentException(
                        "Row %d has %d values for %d places"
                                .formatted(from, matrix[from].length, size));
            }
            for (int to = 0; to < size; to++) {
                if (matrix[from][to] < 0) {
                    throw new IllegalArgumentException(
                            "Negative travel from %d to %d".formatted(from, to));
                }
                flat[from * size + to] = matrix[from][to];
            }
        }
        return flat;
    }

    public int places() {
        return places;
    }

    public int seconds(int from, int to) {
        return seconds[from * places + to];
    }

    public int metres(int from, int to) {
        return metres[from * places + to];
    }
}
