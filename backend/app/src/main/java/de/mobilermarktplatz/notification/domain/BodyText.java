package de.mobilermarktplatz.notification.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A message's body cut into lines of plain text and links, so that a page shows both without
 * trusting either.
 */
public final class BodyText {

    /**
     * @param link true when the text is a whole address that starts with http
     */
    public record Part(String text, boolean link) {}

    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private BodyText() {}

    /** Lines that are not blank, each a list of parts in reading order. */
    public static List<List<Part>> lines(String body) {
        return body.lines().filter(line -> !line.isBlank()).map(BodyText::parts).toList();
    }

    private static List<Part> parts(String line) {
        List<Part> parts = new ArrayList<>();
        Matcher links = LINK.matcher(line);
        int done = 0;
        while (links.find()) {
            if (links.start() > done) {
                parts.add(new Part(line.substring(done, links.start()), false));
            }
            parts.add(new Part(links.group(), true));
            done = links.end();
        }
        if (done < line.length()) {
            parts.add(new Part(line.substring(done), false));
        }
        return List.copyOf(parts);
    }
}
