package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.PaymentId;
import de.mobilermarktplatz.payment.domain.Event;
import de.mobilermarktplatz.payment.domain.Pause;
import de.mobilermarktplatz.payment.domain.Payment;
import de.mobilermarktplatz.payment.store.InboxStore;
import de.mobilermarktplatz.payment.store.PaymentStore;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Webhooks: stored first, worked on afterwards, in any order. An event only says which payment to
 * look at again.
 */
@Component
public class Inbox {

    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final int BATCH = 50;
    private static final int AT_ONCE = 4;

    /** Stripe could not be asked. */
    private static final String LATER = "LATER";

    private final InboxStore inbox;
    private final PaymentStore store;
    private final Stepping stepping;
    private final JsonMapper json;
    private final InstantSource clock;

    Inbox(
            InboxStore inbox,
            PaymentStore store,
            Stepping stepping,
            JsonMapper json,
            InstantSource clock) {
        this.inbox = inbox;
        this.store = store;
        this.stepping = stepping;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Keeps a verified event; false when it was here before.
     *
     * @param payload the raw body, a JSON object with an id and a type
     */
    public Mono<Boolean> receive(Region region, String payload) {
        return Mono.fromSupplier(() -> json.readTree(payload))
                .flatMap(
                        event ->
                                inbox.store(
                                        region.id(),
                                        event.required("id").asString(),
                                        event.required("type").asString(),
                                        payload,
                                        clock.instant()));
    }

    /** Works on what is due now, at most one batch. */
    Mono<Void> run(Region region) {
        return inbox.claim(region.id(), clock.instant(), BATCH)
                .collectList()
                .flatMapMany(Flux::fromIterable)
                .flatMap(stored -> once(region, stored), AT_ONCE)
                .then();
    }

    private Mono<Void> once(Region region, InboxStore.Stored stored) {
        JsonNode object = json.readTree(stored.payload()).path("data").path("object");
        Event hint = new Event.Hinted(intent(object));
        return payment(region, object)
                .flatMap(payment -> stepping.run(region, payment.id(), hint))
                .map(answered -> answered ? "APPLIED" : LATER)
                .defaultIfEmpty("NOT_OURS")
                .flatMap(
                        outcome ->
                                outcome.equals(LATER)
                                        ? later(region, stored)
                                        : inbox.done(region.id(), stored.id(), outcome))
                .onErrorResume(
                        error -> {
                            LOG.warn(
                                    "Event {} failed, attempt {}",
                                    stored.id(),
                                    stored.attempts(),
                                    error);
                            return later(region, stored);
                        });
    }

    private Mono<Void> later(Region region, InboxStore.Stored stored) {
        Instant at = clock.instant().plus(Pause.after(stored.attempts()));
        return inbox.later(region.id(), stored.id(), at);
    }

    /** The intent that the event is about, which need not be the payment's own one. */
    private static @Nullable String intent(JsonNode object) {
        return switch (object.path("object").asString("")) {
            case "payment_intent" -> object.path("id").asString(null);
            case "charge", "refund" -> object.path("payment_intent").asString(null);
            default -> null;
        };
    }

    private Mono<Payment> payment(Region region, JsonNode object) {
        String intent = intent(object);
        Mono<Payment> byObject =
                object.path("object").asString("").equals("checkout.session")
                        ? store.bySession(region.id(), object.path("id").asString(""))
                        : Mono.justOrEmpty(intent)
                                .flatMap(known -> store.byIntent(region.id(), known));
        return byObject.switchIfEmpty(
                Mono.defer(
                        () ->
                                named(
                                        region,
                                        object.path("metadata").path("payment_id").asString(""))));
    }

    private Mono<Payment> named(Region region, String id) {
        try {
            return id.isEmpty() ? Mono.empty() : store.byId(region.id(), PaymentId.of(id));
        } catch (IllegalArgumentException notOurs) {
            return Mono.empty();
        }
    }
}
