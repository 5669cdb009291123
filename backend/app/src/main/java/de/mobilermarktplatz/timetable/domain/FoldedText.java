package de.mobilermarktplatz.timetable.domain;

import java.text.Normalizer;
import java.util.Locale;

/**
 * Text as it is compared: people write Gruesten or Güsten, Strasse or Str., with and without
 * dashes. Both sides of a comparison are folded the same way.
 */
public final class FoldedText {

    private FoldedText() {}

    /** Lower case letters a-z and digits, words separated by one space. */
    public static String of(String text) {
        String lower = text.toLowerCase(Locale.GERMAN);
        String spelled =
                lower.replace("ä", "ae").replace("ö", "oe").replace("ü", "ue").replace("ß", "ss");
        String plain = Normalizer.normalize(spelled, Normalizer.Form.NFD).replaceAll("\\p{M}+", "");
        String words = plain.replaceAll("[^a-z0-9]+", " ").strip();
        return words.replaceAll("str(?=\\s|$)", "strasse").replaceAll("\\s+", " ");
    }
}
