package de.mobilermarktplatz.stripesimulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Form-encoded parameters with Stripe's bracket notation; {@code a[b][0]} is reached as {@code
 * a.b.0}.
 */
final class Form {

    static final Form EMPTY = new Form(Map.of());

    private final Map<String, String> values;

    private Form(Map<String, String> values) {
        this.values = values;
    }

    static Form parse(@Nullable String encoded) {
        var values = new LinkedHashMap<String, String>();
        if (encoded != null && !encoded.isEmpty()) {
            for (var pair : encoded.split("&", -1)) {
                int equals = pair.indexOf('=');
                var key = decode(equals < 0 ? pair : pair.substring(0, equals));
                values.put(
                        dotted(key, values), equals < 0 ? "" : decode(pair.substring(equals + 1)));
            }
        }
        return new Form(values);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** {@code a[]} counts up, because it names the next element of a list. */
    private static String dotted(String key, Map<String, String> seen) {
        var path = key.replace("][", ".").replace('[', '.').replace("]", "");
        if (!path.endsWith(".")) {
            return path;
        }
        int index = 0;
        while (seen.containsKey(path + index)) {
            index++;
        }
        return path + index;
    }

    boolean has(String name) {
        return values.containsKey(name) || !children(name).isEmpty();
    }

    @Nullable String text(String name) {
        var value = values.get(name);
        return value == null || value.isEmpty() ? null : value;
    }

    String required(String name) {
        var value = text(name);
        if (value == null) {
            throw StripeError.invalid(
                    "parameter_missing", "Missing required param: " + name + ".", name);
        }
        return value;
    }

    long requiredNumber(String name) {
        return number(name, required(name));
    }

    @Nullable Long number(String name) {
        var value = text(name);
        return value == null ? null : (Long) number(name, value);
    }

    private static long number(String name, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw StripeError.invalid(
                    "parameter_invalid_integer", "Invalid integer: " + value, name);
        }
    }

    boolean flag(String name) {
        var value = text(name);
        if (value == null || value.equals("false")) {
            return false;
        }
        if (!value.equals("true")) {
            throw StripeError.invalid(
                    "parameter_invalid_boolean", "Invalid boolean: " + value, name);
        }
        return true;
    }

    String oneOf(String name, String fallback, Set<String> allowed) {
        var value = text(name);
        if (value != null && !allowed.contains(value)) {
            throw StripeError.invalid(
                    "parameter_invalid_enum",
                    "Invalid " + name + ": must be one of " + allowed + ".",
                    name);
        }
        return value == null ? fallback : value;
    }

    /**
     * Direct children that are plain values, by their last name: a map or, with numbers as names, a
     * list.
     */
    SortedMap<String, String> children(String name) {
        var prefix = name + ".";
        var found = new TreeMap<String, String>();
        values.forEach(
                (key, value) -> {
                    if (key.startsWith(prefix)) {
                        found.put(key.substring(prefix.length()), value);
                    }
                });
        return found;
    }

    List<String> list(String name) {
        return List.copyOf(children(name).values());
    }

    /** The elements of a list of objects, in order. */
    List<Form> elements(String name) {
        var elements = new ArrayList<Form>();
        for (int i = 0; !children(name + "." + i).isEmpty(); i++) {
            elements.add(new Form(children(name + "." + i)));
        }
        return elements;
    }

    /** Parameter names without list indexes, as the API description writes them. */
    Set<String> names() {
        var names = new TreeMap<String, Boolean>();
        for (var key : values.keySet()) {
            names.put(key.replaceAll("\\.\\d+(?=\\.|$)", ""), true);
        }
        return names.keySet();
    }

    /**
     * The same text for the same parameters in any order: what an idempotency key is compared by.
     */
    String canonical() {
        return new TreeMap<>(values).toString();
    }
}
