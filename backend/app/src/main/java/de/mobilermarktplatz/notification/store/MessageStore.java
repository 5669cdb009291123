package de.mobilermarktplatz.notification.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.notification.Channel;
import de.mobilermarktplatz.notification.Message;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Table {@code message}. */
@Component
public class MessageStore {

    private static final int MAX_ERROR_LENGTH = 500;

    private static final String COLUMNS =
            "message_id, channel, recipient, template, subject, body, created_at";

    private final DatabaseClient db;

    MessageStore(DatabaseClient db) {
        this.db = db;
    }

    public Mono<Void> add(RegionId region, Message message) {
        return db.sql(
                        """
                        INSERT INTO message (region_id, message_id, channel, recipient, template, subject, body,
                            created_at, due_at)
                        VALUES (:region, :id, :channel, :recipient, :template, :subject, :body, :now, :now)
                        """)
                .bind("region", region.value())
                .bind("id", message.id())
                .bind("channel", message.channel().name())
                .bind("recipient", message.recipient())
                .bind("template", message.template())
                .bind("subject", message.subject())
                .bind("body", message.body())
                .bind("now", time(message.createdAt()))
                .then();
    }

    /**
     * Takes due messages of a channel for delivery; nobody else gets them before {@code until}.
     * Oldest first.
     *
     * @param attempts messages that were tried so often stay where they are, with their last error
     */
    public Flux<Message> claim(
            RegionId region, Channel channel, Instant now, Instant until, int attempts, int most) {
        return db.sql(
                        """
                        WITH claimed AS (
                            UPDATE message SET due_at = :until, attempts = attempts + 1
                            WHERE region_id = :region AND message_id = ANY (ARRAY(
                                SELECT message_id FROM message
                                WHERE region_id = :region AND channel = :channel AND delivered_at IS NULL
                                    AND due_at <= :now AND attempts < :attempts
                                ORDER BY due_at, message_id LIMIT :most FOR UPDATE SKIP LOCKED))
                            RETURNING\s"""
                                + COLUMNS
                                + ") SELECT * FROM claimed ORDER BY message_id")
                .bind("region", region.value())
                .bind("now", time(now))
                .bind("until", time(until))
                .bind("channel", channel.name())
                .bind("attempts", attempts)
                .bind("most", most)
                .map(MessageStore::message)
                .all();
    }

    public Mono<Void> delivered(RegionId region, UUID message, Instant now) {
        return db.sql(
                        """
                        UPDATE message SET delivered_at = :now, error = NULL
                        WHERE region_id = :region AND message_id = :id
                        """)
                .bind("region", region.value())
                .bind("id", message)
                .bind("now", time(now))
                .then();
    }

    /** Keeps the reason; the message comes again when its claim ends. */
    public Mono<Void> failed(RegionId region, UUID message, String reason) {
        return db.sql(
                        "UPDATE message SET error = :error WHERE region_id = :region AND message_id = :id")
                .bind("region", region.value())
                .bind("id", message)
                .bind("error", reason.substring(0, Math.min(reason.length(), MAX_ERROR_LENGTH)))
                .then();
    }

    /**
     * With all its tries before it, as soon as nobody can be carrying it out: what is due later may
     * be on its way. False when it did not fail, is delivered or no mail.
     */
    public Mono<Boolean> sendAgain(RegionId region, UUID message, Instant now) {
        return db.sql(
                        """
                        UPDATE message SET due_at = greatest(due_at, :now), attempts = 0, error = NULL
                        WHERE region_id = :region AND message_id = :id AND channel = 'MAIL' AND delivered_at IS NULL
                            AND error IS NOT NULL
                        """)
                .bind("region", region.value())
                .bind("id", message)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** False when it was delivered before. */
    public Mono<Boolean> phoned(RegionId region, UUID message, String by, Instant now) {
        return db.sql(
                        """
                        UPDATE message SET delivered_at = :now, phoned_by = :by
                        WHERE region_id = :region AND message_id = :id AND delivered_at IS NULL
                        """)
                .bind("region", region.value())
                .bind("id", message)
                .bind("by", by)
                .bind("now", time(now))
                .fetch()
                .rowsUpdated()
                .map(rows -> rows == 1);
    }

    /** The newest first. */
    public Flux<Message> newest(RegionId region, int most) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM message WHERE region_id = :region"
                                + " ORDER BY created_at DESC, message_id DESC LIMIT :most")
                .bind("region", region.value())
                .bind("most", most)
                .map(MessageStore::message)
                .all();
    }

    public Mono<Message> find(RegionId region, UUID message) {
        return db.sql(
                        "SELECT "
                                + COLUMNS
                                + " FROM message WHERE region_id = :region AND message_id = :id")
                .bind("region", region.value())
                .bind("id", message)
                .map(MessageStore::message)
                .one();
    }

    private static Message message(Readable row) {
        return new Message(
                get(row, "message_id", UUID.class),
                Channel.valueOf(text(row, "channel")),
                text(row, "recipient"),
                text(row, "template"),
                text(row, "subject"),
                text(row, "body"),
                get(row, "created_at", OffsetDateTime.class).toInstant());
    }

    private static String text(Readable row, String column) {
        return get(row, column, String.class);
    }
}
