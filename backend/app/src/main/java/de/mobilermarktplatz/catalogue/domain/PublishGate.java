package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What the law wants known before an article may be sold; each reason in words for the producer.
 */
public final class PublishGate {

    private static final Pattern ORGANIC_CLAIM =
            Pattern.compile(
                    "\\b(bio|öko|biologisch\\w*|ökologisch\\w*)(\\b|-|(?<=bio)\\p{Ll})",
                    Pattern.CASE_INSENSITIVE
                            | Pattern.UNICODE_CASE
                            | Pattern.UNICODE_CHARACTER_CLASS);

    private PublishGate() {}

    /** Why the article may not go live; empty when it may. */
    public static List<String> reasons(Article article) {
        List<String> reasons = new ArrayList<>();
        if (article.allergens() == null) {
            // LMIV art. 14 and 9, LMIDV § 4: before the purchase, also for loose food.
            reasons.add(
                    "Die Allergene fehlen. Schreiben Sie sie in die Spalte „allergene“, oder „keine“.");
        }
        if (article.organicCode() == null && ORGANIC_CLAIM.matcher(article.name()).find()) {
            reasons.add(
                    "„Bio“ oder „Öko“ im Namen braucht die Nummer der Kontrollstelle, zum Beispiel DE-ÖKO-006.");
        }
        if (!article.price().isPositive()) {
            reasons.add("Der Preis fehlt.");
        }
        return List.copyOf(reasons);
    }

    /** Whether the article may be offered. */
    public static boolean open(Article article) {
        return reasons(article).isEmpty();
    }
}
