package de.mobilermarktplatz.planner.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One object of a planning file; a missing or misspelt member is named with the object it belongs
 * to.
 */
record JsonObject(String where, Map<?, ?> members) {

    static JsonObject of(String where, Object value) {
        if (value instanceof Map<?, ?> map) {
            return new JsonObject(where, map);
        }
        throw new IllegalArgumentException(where + " must be an object");
    }

    void allows(String... names) {
        var known = Set.of(names);
        for (Object name : members.keySet()) {
            if (!known.contains(name.toString())) {
                throw new IllegalArgumentException(
                        "%s has a member %s; known are %s".formatted(where, name, known));
            }
        }
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    int number(String name) {
        if (members.get(name) instanceof Long number) {
            return Math.toIntExact(number);
        }
        throw new IllegalArgumentException("%s needs the whole number %s".formatted(where, name));
    }

    int number(String name, int otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    String text(String name) {
        if (members.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("%s needs the text %s".formatted(where, name));
    }

    String text(String name, String otherwise) {
        return has(name) ? text(name) : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        return members.get(name) instanceof Boolean flag ? flag : otherwise;
    }

    JsonObject object(String name) {
        Object value = members.get(name);
        return of(where + "." + name, value == null ? Map.of() : value);
    }

    /** Empty if there is no such member. */
    List<JsonObject> objects(String name) {
        return items(name).stream().map(item -> of(where + "." + name, item)).toList();
    }

    int[] numbers(String name) {
        return items(name).stream()
                .mapToInt(item -> item instanceof Long number ? Math.toIntExact(number) : -1)
                .toArray();
    }

    int[][] matrix(String name) {
        return items(name).stream()
                .map(row -> new JsonObject(where + "." + name, Map.of("row", row)).numbers("row"))
                .toArray(int[][]::new);
    }

    private List<?> items(String name) {
        return members.get(name) instanceof List<?> list ? list : List.of();
    }
}
