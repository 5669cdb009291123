package de.mobilermarktplatz.planner.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the JSON (RFC 8259) that planning files use: objects, arrays, strings, whole numbers, true
 * and false. Null, fractions and more than 64 levels are refused with the position.
 */
final class Json {
    private static final int DEEPEST = 64;

    private final String text;
    private int at;
    private int depth;

    private Json(String text) {
        this.text = text;
    }

    /** A Map, List, String, Long or Boolean. */
    static Object read(String text) {
        var json = new Json(text);
        Object value = json.value();
        json.blank();
        if (json.at < text.length()) {
            throw json.wrong("nothing more");
        }
        return value;
    }

    private Object value() {
        blank();
        char first = at < text.length() ? text.charAt(at) : 0;
        if (first == '{' || first == '[') {
            if (++depth > DEEPEST) {
                throw wrong("at most 64 levels");
            }
            Object value = first == '{' ? object() : array();
            depth--;
            return value;
        } else if (first == '"') {
            return string();
        } else if (first == '-' || Character.isDigit(first)) {
            return number();
        } else if (text.startsWith("true", at)) {
            at += 4;
            return true;
        } else if (text.startsWith("false", at)) {
            at += 5;
            return false;
        }
        throw wrong("a value");
    }

    private Map<String, Object> object() {
        var members = new LinkedHashMap<String, Object>();
        at++;
        if (next('}')) {
            return members;
        }
        do {
            blank();
            String name = string();
            expect(':');
            if (members.put(name, value()) != null) {
                throw wrong("another name than " + name + " again");
            }
        } while (next(','));
        expect('}');
        return members;
    }

    private List<Object> array() {
        var items = new ArrayList<Object>();
        at++;
        if (next(']')) {
            return items;
        }
        do {
            items.add(value());
        } while (next(','));
        expect(']');
        return items;
    }

    private String string() {
        expect('"');
        var result = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at++);
            result.append(c == '\\' ? escape() : c);
        }
        expect('"');
        return result.toString();
    }

    private char escape() {
        char c = at < text.length() ? text.charAt(at++) : 0;
        return switch (c) {
            case '"', '\\', '/' -> c;
            case 'n' -> '\n';
            case 't' -> '\t';
            case 'r' -> '\r';
            case 'b' -> '\b';
            case 'f' -> '\f';
            case 'u' -> unicode();
            default -> throw wrong("an escape");
        };
    }

    private char unicode() {
        if (at + 4 > text.length()) {
            throw wrong("four hexadecimal digits");
        }
        at += 4;
        return (char) Integer.parseInt(text.substring(at - 4, at), 16);
    }

    private Long number() {
        int from = at++;
        while (at < text.length() && Character.isDigit(text.charAt(at))) {
            at++;
        }
        if (at < text.length() && ".eE".indexOf(text.charAt(at)) >= 0) {
            throw wrong("a whole number");
        }
        return Long.valueOf(text.substring(from, at));
    }

    private boolean next(char wanted) {
        blank();
        boolean found = at < text.length() && text.charAt(at) == wanted;
        at += found ? 1 : 0;
        return found;
    }

    private void expect(char wanted) {
        if (!next(wanted)) {
            throw wrong("'" + wanted + "'");
        }
    }

    private void blank() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private IllegalArgumentException wrong(String expected) {
        return new IllegalArgumentException("Expected %s at character %d".formatted(expected, at));
    }
}
