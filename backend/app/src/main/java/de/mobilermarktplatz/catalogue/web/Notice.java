package de.mobilermarktplatz.catalogue.web;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What was just done, carried through the redirect as four counts so that nobody can write words
 * into the page.
 */
final class Notice {

    private static final Pattern COUNTS =
            Pattern.compile("(\\d{1,6})-(\\d{1,6})-(\\d{1,6})-(\\d{1,6})");

    private Notice() {}

    static String counts(int added, int changed, int same, int paused) {
        return "%d-%d-%d-%d".formatted(added, changed, same, paused);
    }

    /** A sentence, or null when nothing was done. */
    static @Nullable String of(@Nullable String counts) {
        if (counts == null) {
            return null;
        }
        Matcher matcher = COUNTS.matcher(counts);
        return matcher.matches()
                ? "Übernommen: %s neu, %s geändert, %s unverändert, %s pausiert."
                        .formatted(
                                matcher.group(1),
                                matcher.group(2),
                                matcher.group(3),
                                matcher.group(4))
                : null;
    }
}
