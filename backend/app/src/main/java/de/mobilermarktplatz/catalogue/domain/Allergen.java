package de.mobilermarktplatz.catalogue.domain;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The fourteen groups that must be named (LMIV annex II), with the words producers use for them.
 */
enum Allergen {
    GLUTEN("Gluten", "weizen|roggen|gerste|hafer|dinkel|glutenhaltiges getreide|wheat"),
    CRUSTACEANS("Krebstiere", "krebs|krustentiere|crustaceans"),
    EGG("Ei", "eier|hühnerei|hühnereier|egg|eggs"),
    FISH("Fisch", "fische|fish"),
    PEANUT("Erdnuss", "erdnüsse|erdnuß|peanuts?"),
    SOY("Soja", "sojabohnen|soya?"),
    MILK("Milch", "laktose|lactose|milcheiweiß|molke|milk"),
    NUTS(
            "Schalenfrüchte",
            "nuss|nüsse|mandeln?|haselnuss|haselnüsse|walnuss|walnüsse|cashews?|pistazien?|nuts"),
    CELERY("Sellerie", "celery"),
    MUSTARD("Senf", "mustard"),
    SESAME("Sesam", "sesame"),
    SULPHITES("Sulfite", "schwefeldioxid|sulfit|schwefel|sulphites"),
    LUPIN("Lupinen", "lupine?"),
    MOLLUSCS("Weichtiere", "muscheln|molluscs");

    /** The statement that there are none. */
    static final String NONE = "keine";

    private static final Set<String> NONE_WORDS =
            Set.of(NONE, "kein", "-", "–", "ohne", "none", "frei");

    private final String label;
    private final String words;

    Allergen(String label, String words) {
        this.label = label;
        this.words = words;
    }

    /**
     * Reads a list such as {@code Weizen, Milch}; the same groups always come back in the same
     * words.
     */
    static Parsed<String> parseList(String text) {
        if (NONE_WORDS.contains(text.strip().toLowerCase(Locale.GERMAN))) {
            return Parsed.of(NONE);
        }
        Set<Allergen> found = EnumSet.noneOf(Allergen.class);
        for (String word : text.split("[,;/+&|]|\\bund\\b")) {
            if (word.isBlank()) {
                continue;
            }
            Optional<Allergen> allergen = of(word);
            if (allergen.isEmpty()) {
                return Parsed.wrong(
                        "„%s“ ist keiner der 14 Allergennamen".formatted(word.strip()),
                        "schreiben Sie „keine“ oder die Namen: "
                                + labels(EnumSet.allOf(Allergen.class)));
            }
            found.add(allergen.get());
        }
        return Parsed.of(labels(found));
    }

    private static String labels(Set<Allergen> allergens) {
        return allergens.stream().map(allergen -> allergen.label).collect(Collectors.joining(", "));
    }

    private static Optional<Allergen> of(String text) {
        String word = text.strip().toLowerCase(Locale.GERMAN);
        return Arrays.stream(values())
                .filter(
                        allergen ->
                                allergen.label.toLowerCase(Locale.GERMAN).equals(word)
                                        || word.matches(allergen.words))
                .findFirst();
    }
}
