package de.mobilermarktplatz.stripesimulator;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedCollection;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One request's view of an account: changes and events become visible together, or not at all. */
final class Tx {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String ALPHABET =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz0123456789";

    final Instant now;
    private final Account account;
    private final String apiVersion;
    private final @Nullable String requestId;
    private final @Nullable String idempotencyKey;
    private final LinkedHashMap<String, ObjectNode> changed = new LinkedHashMap<>();
    private final List<ObjectNode> events = new ArrayList<>();

    Tx(
            Account account,
            Instant now,
            String apiVersion,
            @Nullable String requestId,
            @Nullable String idempotencyKey) {
        this.account = account;
        this.now = now;
        this.apiVersion = apiVersion;
        this.requestId = requestId;
        this.idempotencyKey = idempotencyKey;
    }

    static String newId(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < 24; i++) {
            id.append(ALPHABET.charAt(RANDOM.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }

    long seconds() {
        return now.getEpochSecond();
    }

    /** A new object of a kind with id and creation time, already part of this transaction. */
    ObjectNode create(String kind, String prefix) {
        var object = Json.shape(kind);
        object.put("id", newId(prefix)).put("created", seconds());
        return put(object);
    }

    @Nullable ObjectNode find(String id) {
        var staged = changed.get(id);
        return staged != null ? staged : account.find(id);
    }

    ObjectNode get(String kind, String id) {
        var object = find(id);
        if (object == null || !Json.text(object, "object").equals(kind)) {
            throw StripeError.missing(kind.replace("checkout.", "checkout "), id);
        }
        return object;
    }

    /** Makes further changes of this very node part of the transaction. */
    ObjectNode put(ObjectNode object) {
        keep(object);
        return object;
    }

    void keep(ObjectNode object) {
        changed.put(Json.text(object, "id"), object);
    }

    List<ObjectNode> newestFirst(String kind, Predicate<ObjectNode> fits) {
        return account.newestFirst(kind, fits);
    }

    /** Says that something happened; the event holds the object as it is now. */
    void emit(String type, ObjectNode object) {
        var event = Json.shape("event");
        event.put("id", newId("evt_"))
                .put("created", seconds())
                .put("api_version", apiVersion)
                .put("type", type);
        event.putObject("data").set("object", object.deepCopy());
        event.putObject("request").put("id", requestId).put("idempotency_key", idempotencyKey);
        events.add(event);
        keep(event);
    }

    SequencedCollection<ObjectNode> changed() {
        return changed.sequencedValues();
    }

    List<ObjectNode> events() {
        return events;
    }
}
