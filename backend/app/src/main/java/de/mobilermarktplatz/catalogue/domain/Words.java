package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.kernel.quantity.ColdClass;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Words that stand for a unit or a compartment, German and English. */
final class Words {

    /** How an amount is written: pieces, grams (1 or 1,000 of them), millilitres (1 or 1,000). */
    enum Measure {
        PIECE(0),
        GRAM(0),
        KILOGRAM(3),
        MILLILITRE(0),
        LITRE(3);

        private final int decimals;

        Measure(int decimals) {
            this.decimals = decimals;
        }

        /** Powers of ten down to the smallest unit. */
        int decimals() {
            return decimals;
        }
    }

    private static final Map<String, Measure> MEASURES =
            Map.ofEntries(
                    Map.entry("stück", Measure.PIECE),
                    Map.entry("stueck", Measure.PIECE),
                    Map.entry("stk", Measure.PIECE),
                    Map.entry("stck", Measure.PIECE),
                    Map.entry("st", Measure.PIECE),
                    Map.entry("item", Measure.PIECE),
                    Map.entry("items", Measure.PIECE),
                    Map.entry("piece", Measure.PIECE),
                    Map.entry("pieces", Measure.PIECE),
                    Map.entry("pcs", Measure.PIECE),
                    Map.entry("pc", Measure.PIECE),
                    Map.entry("g", Measure.GRAM),
                    Map.entry("gr", Measure.GRAM),
                    Map.entry("gramm", Measure.GRAM),
                    Map.entry("gram", Measure.GRAM),
                    Map.entry("kg", Measure.KILOGRAM),
                    Map.entry("kilo", Measure.KILOGRAM),
                    Map.entry("kilogramm", Measure.KILOGRAM),
                    Map.entry("ml", Measure.MILLILITRE),
                    Map.entry("l", Measure.LITRE),
                    Map.entry("liter", Measure.LITRE),
                    Map.entry("litre", Measure.LITRE));

    private static final Map<String, ColdClass> COLD_CLASSES =
            Map.ofEntries(
                    Map.entry("ungekühlt", ColdClass.AMBIENT),
                    Map.entry("ungekuehlt", ColdClass.AMBIENT),
                    Map.entry("trocken", ColdClass.AMBIENT),
                    Map.entry("nein", ColdClass.AMBIENT),
                    Map.entry("keine", ColdClass.AMBIENT),
                    Map.entry("ambient", ColdClass.AMBIENT),
                    Map.entry("gekühlt", ColdClass.CHILLED),
                    Map.entry("gekuehlt", ColdClass.CHILLED),
                    Map.entry("kühl", ColdClass.CHILLED),
                    Map.entry("ja", ColdClass.CHILLED),
                    Map.entry("chilled", ColdClass.CHILLED),
                    Map.entry("tiefgekühlt", ColdClass.FROZEN),
                    Map.entry("tiefgekuehlt", ColdClass.FROZEN),
                    Map.entry("tk", ColdClass.FROZEN),
                    Map.entry("gefroren", ColdClass.FROZEN),
                    Map.entry("frozen", ColdClass.FROZEN));

    private Words() {}

    static Optional<Measure> measure(String word) {
        return Optional.ofNullable(MEASURES.get(plain(word)));
    }

    static Optional<ColdClass> coldClass(String word) {
        return Optional.ofNullable(COLD_CLASSES.get(plain(word)));
    }

    private static String plain(String word) {
        return word.strip().toLowerCase(Locale.GERMAN).replaceAll("\\.$", "");
    }
}
