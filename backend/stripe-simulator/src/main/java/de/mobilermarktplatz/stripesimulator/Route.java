package de.mobilermarktplatz.stripesimulator;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One path of the API.
 *
 * @param path as in Stripe's API description, with at most one part in braces
 * @param parameters accepted names, dotted; {@code metadata.*} stands for any key below
 */
record Route(String method, String path, Set<String> parameters, Handler handler) {

    interface Handler {
        ObjectNode handle(Call call);
    }

    /**
     * A request that was let in: {@code id} is the part in braces, empty when the path has none.
     */
    record Call(Tx tx, Form form, String id) {}

    static Route get(String path, Handler handler, String... parameters) {
        return new Route("GET", path, withExpand(parameters), handler);
    }

    static Route post(String path, Handler handler, String... parameters) {
        return new Route("POST", path, withExpand(parameters), handler);
    }

    static Route delete(String path, Handler handler) {
        return new Route("DELETE", path, Set.of(), handler);
    }

    private static Set<String> withExpand(String... parameters) {
        var names = new TreeSet<>(List.of(parameters));
        names.add("expand");
        return names;
    }

    /**
     * Compares a request's path with this one.
     *
     * @return the part in braces, the empty string when there is none, or null when the path is
     *     another one
     */
    @Nullable String match(String requestMethod, String requestPath) {
        var expected = path.split("/");
        var given = requestPath.split("/");
        if (!method.equals(requestMethod) || expected.length != given.length) {
            return null;
        }
        var id = "";
        for (int i = 0; i < expected.length; i++) {
            if (expected[i].startsWith("{")) {
                id = given[i];
            } else if (!expected[i].equals(given[i])) {
                return null;
            }
        }
        return id;
    }

    /**
     * Stripe refuses parameters it does not know; a typing error in the client must not pass here
     * either.
     */
    void check(Form form) {
        for (var name : form.names()) {
            int dot = name.lastIndexOf('.');
            if (!parameters.contains(name)
                    && (dot < 0 || !parameters.contains(name.substring(0, dot) + ".*"))) {
                throw StripeError.invalid(
                        "parameter_unknown", "Received unknown parameter: " + name, name);
            }
        }
    }
}
