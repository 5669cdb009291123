package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.coordination.domain.OutgoingMessage;
import de.mobilermarktplatz.coordination.domain.OutgoingMessage.State;
import de.mobilermarktplatz.platform.database.Values;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Outgoing messages with their state and the name behind the address. */
@Component
public class MessagesView {

    /** A list is never longer. */
    public static final int MOST = 100;

    /** Who orders with a phone number reads the confirmation on the page: nobody has to phone. */
    private static final String STATES =
            """
            WITH states AS (
              SELECT m.*, CASE WHEN m.phoned_by IS NOT NULL THEN 'PHONED' WHEN m.delivered_at IS NOT NULL THEN 'SENT'
                WHEN m.channel = 'SMS' AND m.template <> 'order-placed' THEN 'CALL' WHEN m.channel = 'SMS' THEN 'SHOWN'
                WHEN m.error IS NOT NULL THEN 'FAILED' ELSE 'WAITING' END AS state
              FROM message m WHERE m.region_id = :region)
            """;

    private static final String NAMED =
            """
            , names AS (
              SELECT DISTINCT ON (c.contact) c.contact, o.customer_name
              FROM orders o, LATERAL (VALUES (o.customer_phone), (o.customer_mail)) AS c (contact)
              WHERE o.region_id = :region AND c.contact IN (SELECT recipient FROM shown)
              ORDER BY c.contact, o.placed_at DESC)
            SELECT s.message_id, s.state, s.recipient, n.customer_name, s.subject, s.body, s.attempts, s.error,
              s.created_at, s.delivered_at, s.phoned_by
            FROM shown s LEFT JOIN names n ON n.contact = s.recipient ORDER BY s.created_at DESC, s.message_id DESC
            """;

    private final DatabaseClient db;

    MessagesView(DatabaseClient db) {
        this.db = db;
    }

    /**
     * The newest first.
     *
     * @param state null for all
     */
    public Flux<OutgoingMessage> newest(Region region, @Nullable State state) {
        return db.sql(
                        STATES
                                + """
                                , shown AS (SELECT * FROM states WHERE :state::text IS NULL OR state = :state
                                  ORDER BY created_at DESC, message_id DESC LIMIT :most)
                                """
                                + NAMED)
                .bind("region", region.id().value())
                .bind("state", Values.nullable(String.class, state == null ? null : state.name()))
                .bind("most", MOST)
                .map(MessagesView::message)
                .all();
    }

    public Mono<OutgoingMessage> find(Region region, UUID id) {
        return db.sql(STATES + ", shown AS (SELECT * FROM states WHERE message_id = :id)" + NAMED)
                .bind("region", region.id().value())
                .bind("id", id)
                .map(MessagesView::message)
                .one();
    }

    /** To one person, the newest first. */
    public Flux<OutgoingMessage> to(
            Region region, @Nullable String mail, @Nullable String phone, int most) {
        return db.sql(
                        STATES
                                + """
                                , shown AS (SELECT * FROM states WHERE recipient IN (:mail, :phone)
                                  ORDER BY created_at DESC, message_id DESC LIMIT :most)
                                """
                                + NAMED)
                .bind("region", region.id().value())
                .bind("mail", Values.nullable(String.class, mail))
                .bind("phone", Values.nullable(String.class, phone))
                .bind("most", most)
                .map(MessagesView::message)
                .all();
    }

    /** How many are in each state: all that are open, and what was done since a time. */
    public Mono<Map<State, Long>> counts(Region region, Instant since) {
        return db.sql(
                        STATES
                                + """
                                SELECT state, count(*) AS messages FROM states
                                WHERE delivered_at IS NULL OR created_at >= :since GROUP BY state
                                """)
                .bind("region", region.id().value())
                .bind("since", time(since))
                .map(
                        row ->
                                Map.entry(
                                        State.valueOf(get(row, "state", String.class)),
                                        get(row, "messages", Long.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static OutgoingMessage message(Readable row) {
        return new OutgoingMessage(
                get(row, "message_id", UUID.class),
                State.valueOf(get(row, "state", String.class)),
                get(row, "recipient", String.class),
                row.get("customer_name", String.class),
                get(row, "subject", String.class),
                get(row, "body", String.class),
                get(row, "attempts", Integer.class),
                row.get("error", String.class),
                get(row, "created_at", Instant.class),
                row.get("delivered_at", Instant.class),
                row.get("phoned_by", String.class));
    }
}
