package de.mobilermarktplatz.timetable.domain;

/**
 * How far two folded words are apart: typing errors of insertion, deletion, change and neighbour
 * swap.
 */
final class Spelling {

    private Spelling() {}

    /**
     * Number of typing errors (optimal string alignment), or {@code limit + 1} when there are more.
     */
    static int distance(String a, String b, int limit) {
        if (Math.abs(a.length() - b.length()) > limit) {
            return limit + 1;
        }
        int[] beforePrevious = new int[b.length() + 1];
        int[] previous = new int[b.length() + 1];
        int[] current = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            previous[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            current[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                int best =
                        Math.min(
                                previous[j - 1] + change,
                                1 + Math.min(previous[j], current[j - 1]));
                if (i > 1 && j > 1 && swapped(a, b, i, j)) {
                    best = Math.min(best, beforePrevious[j - 2] + 1);
                }
                current[j] = best;
            }
            int[] oldest = beforePrevious;
            beforePrevious = previous;
            previous = current;
            current = oldest;
        }
        return Math.min(previous[b.length()], limit + 1);
    }

    /** Nobody misspells half a word: none up to three letters, one up to five, else two. */
    static int tolerance(String word) {
        return word.length() <= 3 ? 0 : word.length() <= 5 ? 1 : 2;
    }

    private static boolean swapped(String a, String b, int i, int j) {
        return a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    }
}
