package de.mobilermarktplatz.tablet.ui.kit;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import java.util.Locale;

/** Codes as people type them and as they read them. */
public final class CodeWords {
    private CodeWords() {}

    /** Capitals and digits alone. */
    public static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
    }

    /**
     * As it is printed: {@code ABCDEF-GHJKLM}.
     *
     * @param longest signs after which nothing more is taken
     */
    public static String grouped(String typed, int longest) {
        var plain = plain(typed);
        var kept = plain.substring(0, Math.min(plain.length(), longest));
        return kept.length() <= SpokenCode.LENGTH
                ? kept
                : kept.substring(0, SpokenCode.LENGTH) + "-" + kept.substring(SpokenCode.LENGTH);
    }
}
