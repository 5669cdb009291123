package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a file would do to a producer's catalogue.
 *
 * @param same articles that the file states as they are stored
 * @param missing offered articles that the file does not name; they are paused, never deleted
 */
public record CatalogueDiff(
        List<Article> added,
        List<Change> changed,
        List<CurrentArticle> same,
        List<CurrentArticle> missing) {

    /**
     * An article that becomes another.
     *
     * @param fields what changes, in words; a paused article that comes back says so
     */
    public record Change(CurrentArticle before, Article after, List<String> fields) {}

    /** Whether applying would change nothing at all. */
    public boolean nothingToDo() {
        return added.isEmpty() && changed.isEmpty() && missing.isEmpty();
    }

    /** Compares by article number. */
    public static CatalogueDiff between(List<CurrentArticle> stored, List<Article> stated) {
        Map<String, CurrentArticle> byNumber =
                stored.stream()
                        .collect(
                                Collectors.toMap(
                                        current -> current.article().number(),
                                        Function.identity()));
        List<Article> added = new ArrayList<>();
        List<Change> changed = new ArrayList<>();
        List<CurrentArticle> same = new ArrayList<>();
        Set<String> named = new HashSet<>();
        for (Article article : stated) {
            named.add(article.number());
            CurrentArticle before = byNumber.get(article.number());
            if (before == null) {
                added.add(article);
            } else if (before.article().equals(article) && !before.paused()) {
                same.add(before);
            } else {
                changed.add(new Change(before, article, FieldChanges.between(before, article)));
            }
        }
        List<CurrentArticle> missing =
                stored.stream()
                        .filter(
                                current ->
                                        !current.paused()
                                                && !named.contains(current.article().number()))
                        .toList();
        return new CatalogueDiff(
                List.copyOf(added), List.copyOf(changed), List.copyOf(same), missing);
    }

    static Map<String, CurrentArticle> byNumber(List<CurrentArticle> stored) {
        Map<String, CurrentArticle> result = new HashMap<>();
        for (CurrentArticle current : stored) {
            result.put(current.article().number(), current);
        }
        return result;
    }
}
