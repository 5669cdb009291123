package de.mobilermarktplatz.ordering;

import org.jspecify.annotations.Nullable;

/**
 * Who ordered, as far as the order needs to know: a guest leaves a name and one way to be told of a
 * change.
 *
 * @param name 1 to 100 characters
 * @param phone as typed, at most 40 characters; null when a mail address is given instead
 * @param mail at most 254 characters; null when a phone number is given instead
 * @param collector name of the neighbour who may collect; null when nobody else may
 */
public record Customer(
        String name, @Nullable String phone, @Nullable String mail, @Nullable String collector) {

    /**
     * Initials for labels and the tablet: never the full name. At most three letters, upper case.
     */
    public String initials() {
        StringBuilder letters = new StringBuilder();
        for (String part : name.strip().split("[\\s-]+")) {
            if (!part.isEmpty() && letters.length() < 3) {
                letters.appendCodePoint(Character.toUpperCase(part.codePointAt(0)));
            }
        }
        return letters.toString();
    }
}
