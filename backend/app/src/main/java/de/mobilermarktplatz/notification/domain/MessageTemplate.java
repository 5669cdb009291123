package de.mobilermarktplatz.notification.domain;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A German text with places to fill: first line the subject, then an empty line, then the body.
 * Places are written {@code {name}}.
 */
public record MessageTemplate(String name, String subject, String body) {

    /** A worded message. */
    public record Worded(String subject, String body) {}

    private static final Pattern PLACE = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)\\}");

    /**
     * @throws IllegalArgumentException when the text has no subject followed by an empty line
     */
    public static MessageTemplate parse(String name, String text) {
        String unix = text.replace("\r\n", "\n");
        int end = unix.indexOf("\n\n");
        if (end <= 0 || unix.substring(0, end).contains("\n")) {
            throw new IllegalArgumentException(
                    "template %s needs a subject line and an empty line after it".formatted(name));
        }
        return new MessageTemplate(
                name, unix.substring(0, end).strip(), unix.substring(end + 2).strip() + "\n");
    }

    /**
     * Fills all places. Values that no place asks for are left out.
     *
     * @throws IllegalArgumentException when a value is missing: half a message helps nobody
     */
    public Worded fill(Map<String, String> values) {
        String oneLine = fill(subject, values).replaceAll("\\s+", " ").strip();
        return new Worded(oneLine, fill(body, values));
    }

    private String fill(String text, Map<String, String> values) {
        Matcher matcher = PLACE.matcher(text);
        StringBuilder filled = new StringBuilder();
        while (matcher.find()) {
            String value = values.get(matcher.group(1));
            if (value == null) {
                throw new IllegalArgumentException(
                        "template %s wants a value for {%s}; given are %s"
                                .formatted(name, matcher.group(1), values.keySet()));
            }
            var _ = matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(filled).toString();
    }
}
