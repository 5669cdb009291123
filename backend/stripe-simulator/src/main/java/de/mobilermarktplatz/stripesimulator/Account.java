package de.mobilermarktplatz.stripesimulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedCollection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Everything one Stripe account holds. Guarded by the lock of {@link Accounts}. */
final class Account {

    /** Stripe may forget a key once it is at least this old. */
    static final Duration KEY_LIFE = Duration.ofHours(24);

    /** A request's saved answer. */
    record Saved(
            long created,
            String request,
            String parameters,
            int status,
            String body,
            String requestId) {

        ObjectNode toJson(String key) {
            return Json.object()
                    .put("key", key)
                    .put("created", created)
                    .put("request", request)
                    .put("parameters", parameters)
                    .put("status", status)
                    .put("body", body)
                    .put("request_id", requestId);
        }

        static Saved of(ObjectNode json) {
            return new Saved(
                    Json.number(json, "created"),
                    Json.text(json, "request"),
                    Json.text(json, "parameters"),
                    (int) Json.number(json, "status"),
                    Json.text(json, "body"),
                    Json.text(json, "request_id"));
        }
    }

    final String name;
    final Faults faults = new Faults();
    private final LinkedHashMap<String, ObjectNode> objects = new LinkedHashMap<>();
    private final LinkedHashMap<String, Saved> keys = new LinkedHashMap<>();

    Account(String name) {
        this.name = name;
    }

    /** A copy: objects change only by {@link #apply}. */
    @Nullable ObjectNode find(String id) {
        var object = objects.get(id);
        return object == null ? null : object.deepCopy();
    }

    /** Copies of all objects of a kind that fit, newest first. */
    List<ObjectNode> newestFirst(String kind, Predicate<ObjectNode> fits) {
        var found = new ArrayList<ObjectNode>();
        for (var object : objects.sequencedValues().reversed()) {
            if (Json.text(object, "object").equals(kind) && fits.test(object)) {
                found.add(object.deepCopy());
            }
        }
        return found;
    }

    void apply(SequencedCollection<ObjectNode> changed) {
        for (var object : changed) {
            objects.put(Json.text(object, "id"), object);
        }
    }

    @Nullable Saved saved(String key, Instant now) {
        var oldest = now.minus(KEY_LIFE).getEpochSecond();
        keys.values().removeIf(saved -> saved.created() <= oldest);
        return keys.get(key);
    }

    void save(String key, Saved answer) {
        keys.put(key, answer);
    }
}
