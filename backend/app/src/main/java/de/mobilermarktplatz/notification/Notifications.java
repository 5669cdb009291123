package de.mobilermarktplatz.notification;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.notification.store.MessageStore;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.region.Region;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The way to tell people something. */
@Component
public class Notifications {

    /** Longest address by RFC 5321, section 4.5.3.1.3, without the angle brackets. */
    public static final int MAX_RECIPIENT_LENGTH = 254;

    private final Outbox outbox;
    private final UuidV7 ids;
    private final MessageStore store;
    private final InstantSource clock;

    Notifications(Outbox outbox, UuidV7 ids, MessageStore store, InstantSource clock) {
        this.outbox = outbox;
        this.ids = ids;
        this.store = store;
        this.clock = clock;
    }

    /**
     * Writes the wish into the outbox, in the caller's transaction; the message leaves soon after
     * that commits.
     *
     * @param template name of a file in {@code messages-templates}, without its ending
     * @param values texts for all placeholders of the template, worded for people already
     * @throws IllegalArgumentException at once, when the recipient cannot be one
     */
    public Mono<Void> send(
            String recipient, Channel channel, String template, Map<String, String> values) {
        String address = recipient.strip();
        if (address.length() < 3
                || address.length() > MAX_RECIPIENT_LENGTH
                || address.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException(
                    "a recipient has 3 to %d printable characters, this one %d"
                            .formatted(MAX_RECIPIENT_LENGTH, address.length()));
        }
        return outbox.append(new MessageRequested(ids.next(), channel, address, template, values));
    }

    /** Tries a mail again at once and as long as a fresh one; false when it has been delivered. */
    public Mono<Boolean> sendAgain(Region region, UUID message) {
        return store.sendAgain(region.id(), message, clock.instant());
    }

    /** Somebody told it by phone: it needs no other way any more; false when it had none. */
    public Mono<Boolean> phoned(Region region, UUID message, String by) {
        return store.phoned(region.id(), message, by, clock.instant());
    }
}
