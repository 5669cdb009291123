package de.mobilermarktplatz.timetable.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/** Finds names although they are misspelled, written without umlauts, or only begun. */
public final class NameSearch {

    /** Longer questions are cut: no name of a place or stop is that long. */
    public static final int MAX_QUERY_LENGTH = 80;

    private static final int NO_MATCH = Integer.MAX_VALUE;

    private record Scored<T>(T item, int score, String name) {}

    private NameSearch() {}

    /**
     * The items whose name fits best; several when they fit equally well.
     *
     * @return empty when nothing comes near the query or the query has no letter
     */
    public static <T> List<T> best(String query, List<T> items, Function<T, String> name) {
        String asked =
                FoldedText.of(query.substring(0, Math.min(query.length(), MAX_QUERY_LENGTH)));
        if (asked.isEmpty()) {
            return List.of();
        }
        List<Scored<T>> found = new ArrayList<>();
        for (T item : items) {
            String folded = FoldedText.of(name.apply(item));
            int score = score(asked, folded);
            if (score != NO_MATCH) {
                found.add(new Scored<>(item, score, folded));
            }
        }
        int best = found.stream().mapToInt(Scored::score).min().orElse(NO_MATCH);
        return found.stream()
                .filter(match -> match.score() == best)
                .sorted(Comparator.comparing(Scored::name))
                .map(Scored::item)
                .toList();
    }

    /**
     * 0 the same name, 1 its beginning, else 2 and more with every word that was not met exactly.
     */
    static int score(String asked, String name) {
        if (asked.equals(name)) {
            return 0;
        }
        if (name.startsWith(asked + " ")) {
            return 1;
        }
        String[] words = name.split(" ");
        int sum = 2;
        for (String word : asked.split(" ")) {
            int cost = cheapest(word, words);
            if (cost == NO_MATCH) {
                return NO_MATCH;
            }
            sum += cost;
        }
        return sum;
    }

    /** 0 the same word, 1 its beginning, 2 and more by typing errors. */
    private static int cheapest(String asked, String[] words) {
        int best = NO_MATCH;
        int limit = Spelling.tolerance(asked);
        for (String word : words) {
            if (word.equals(asked)) {
                return 0;
            }
            if (asked.length() >= 3 && word.startsWith(asked)) {
                best = Math.min(best, 1);
                continue;
            }
            int errors = Spelling.distance(asked, word, limit);
            if (errors <= limit) {
                best = Math.min(best, 1 + errors);
            }
        }
        return best;
    }
}
