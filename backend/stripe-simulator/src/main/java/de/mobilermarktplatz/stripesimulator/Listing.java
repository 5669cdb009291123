package de.mobilermarktplatz.stripesimulator;

import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Reading one object, and lists with Stripe's paging: newest first, at most 100 a page. */
final class Listing {

    private static final int DEFAULT_LIMIT = 10;
    private static final int MOST = 100;

    private Listing() {}

    static Route.Handler retrieve(String kind) {
        return call -> call.tx().get(kind, call.id());
    }

    static Route.Handler of(String kind, String... filters) {
        return call -> {
            var found =
                    call.tx().newestFirst(kind, object -> matches(object, call.form(), filters));
            return page(kind, found, call.form());
        };
    }

    private static boolean matches(ObjectNode object, Form form, String... filters) {
        for (var filter : filters) {
            var wanted = form.text(filter);
            if (wanted != null && !wanted.equals(Json.text(object, filter))) {
                return false;
            }
        }
        long created = Json.number(object, "created");
        return within(form.number("created"), created, 0)
                && above(form.number("created.gt"), created, 1)
                && above(form.number("created.gte"), created, 0)
                && below(form.number("created.lt"), created, 1)
                && below(form.number("created.lte"), created, 0);
    }

    private static boolean within(@Nullable Long bound, long value, long slack) {
        return bound == null || Math.abs(value - bound) <= slack;
    }

    private static boolean above(@Nullable Long bound, long value, long step) {
        return bound == null || value >= bound + step;
    }

    private static boolean below(@Nullable Long bound, long value, long step) {
        return bound == null || value <= bound - step;
    }

    static ObjectNode page(String kind, List<ObjectNode> newestFirst, Form form) {
        var limit = form.number("limit");
        int size = limit == null ? DEFAULT_LIMIT : Math.clamp(limit, 1, MOST);
        var after = form.text("starting_after");
        var before = form.text("ending_before");
        int from = after == null ? 0 : indexOf(newestFirst, kind, after) + 1;
        int to = Math.min(newestFirst.size(), from + size);
        boolean more = to < newestFirst.size();
        if (before != null) {
            to = indexOf(newestFirst, kind, before);
            from = Math.max(0, to - size);
            more = from > 0;
        }
        var page =
                Json.object()
                        .put("object", "list")
                        .put("url", "/v1/" + url(kind))
                        .put("has_more", more);
        var data = page.putArray("data");
        newestFirst.subList(from, to).forEach(data::add);
        return page;
    }

    private static String url(String kind) {
        return kind.replace('.', '/') + "s";
    }

    private static int indexOf(List<ObjectNode> objects, String kind, String id) {
        for (int i = 0; i < objects.size(); i++) {
            if (Json.text(objects.get(i), "id").equals(id)) {
                return i;
            }
        }
        throw StripeError.missing(kind, id);
    }
}
