package de.mobilermarktplatz.tablet.headless;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;

/** The words of a command line, taken one after the other. */
final class Words {
    /** A command that cannot be understood; the message says how it should look. */
    static final class Misspelt extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Misspelt(String message) {
            super(message);
        }
    }

    private final Deque<String> left = new ArrayDeque<>();

    Words(String line) {
        Arrays.stream(line.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .forEach(left::add);
    }

    boolean isEmpty() {
        return left.isEmpty();
    }

    boolean nextIs(String word) {
        return word.equalsIgnoreCase(left.peek());
    }

    String next(String what) {
        var word = left.poll();
        if (word == null) {
            throw new Misspelt("Es fehlt: " + what + ".");
        }
        return word;
    }

    long number(String what) {
        var word = next(what);
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new Misspelt("„" + word + "“ ist keine ganze Zahl (" + what + ").");
        }
    }

    /** A constant by its name, dashes for underscores, any case. */
    <E extends Enum<E>> E constant(Class<E> type, String word) {
        var name = word.toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst()
                .orElseThrow(
                        () ->
                                new Misspelt(
                                        "„"
                                                + word
                                                + "“ gibt es nicht, nur "
                                                + Arrays.toString(type.getEnumConstants())
                                                + "."));
    }

    /** Everything that is left, joined by single blanks. */
    String rest() {
        var rest = String.join(" ", left);
        left.clear();
        return rest;
    }

    /** The value behind a keyword, if the keyword comes next. */
    Optional<String> after(String keyword) {
        if (!nextIs(keyword)) {
            return Optional.empty();
        }
        var _ = left.poll();
        return Optional.of(next("ein Wert nach „" + keyword + "“"));
    }

    void end() {
        if (!left.isEmpty()) {
            throw new Misspelt("Zu viel: „" + rest() + "“.");
        }
    }
}
