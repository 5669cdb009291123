package de.mobilermarktplatz.coordination.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.coordination.domain.KnownPerson;
import de.mobilermarktplatz.coordination.domain.PersonSearch;
import de.mobilermarktplatz.coordination.domain.PersonsOrder;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.platform.region.Region;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** People as their orders know them. */
@Component
public class PeopleView {

    /** A list is never longer; who finds more types more. */
    public static final int MOST = 50;

    private static final String DIGITS = "regexp_replace(coalesce(%s, ''), '\\D', '', 'g')";

    private final DatabaseClient db;

    PeopleView(DatabaseClient db) {
        this.db = db;
    }

    /** By name. */
    public Flux<KnownPerson> find(Region region, PersonSearch search) {
        return db.sql(
                        """
                        SELECT min(o.customer_name) AS name, min(o.customer_phone) AS phone, min(o.customer_mail) AS mail,
                          count(*) AS orders, max(o.market_day) AS last_day, (array_agg(o.order_id ORDER BY o.placed_at DESC))[1] AS latest
                        FROM orders o
                        WHERE o.region_id = :region AND (o.customer_name ILIKE :like ESCAPE '!' OR o.customer_mail ILIKE :like ESCAPE '!'
                          OR (:digits <> '' AND %1$s LIKE '%%' || :digits || '%%') OR o.spoken_code = :code)
                        GROUP BY lower(o.customer_name), lower(coalesce(o.customer_mail, '')), %1$s
                        ORDER BY min(o.customer_name) COLLATE "de-x-icu", max(o.market_day) DESC LIMIT :most
                        """
                                .formatted(DIGITS.formatted("o.customer_phone")))
                .bind("region", region.id().value())
                .bind("like", search.like())
                .bind("digits", search.digits())
                .bind("code", search.code())
                .bind("most", MOST)
                .map(PeopleView::person)
                .all();
    }

    /** All orders with the mail address or phone number of this order, the newest first. */
    public Flux<PersonsOrder> orders(Region region, OrderId order) {
        return db.sql(
                        """
                        WITH who AS (
                          SELECT lower(customer_mail) AS mail, nullif(%2$s, '') AS phone FROM orders
                          WHERE region_id = :region AND order_id = :order),
                        theirs AS (
                          SELECT o.* FROM orders o, who w WHERE o.region_id = :region
                            AND (lower(o.customer_mail) = w.mail OR %1$s = w.phone)
                          ORDER BY o.market_day DESC, o.placed_at DESC LIMIT :most)
                        SELECT o.order_id, o.spoken_code, o.market_day, p.name AS place, s.name AS stop, o.customer_name, o.customer_phone,
                          o.customer_mail, o.collector_name, o.held_until IS NOT NULL AS held, o.pay_by, y.state AS payment, o.placed_at,
                          array_agg(l.state) AS states,
                          array_agg(CASE WHEN l.state = 'CUT' AND coalesce(l.packed, l.confirmed, 1) = 0 THEN 1 ELSE 0 END) AS empty,
                          sum(CASE WHEN l.state = 'CANCELLED' THEN 0 ELSE coalesce(l.delivered_cents, l.agreed_cents, l.packed_cents, l.confirmed_cents,
                            l.ordered_cents) END)::bigint AS goods
                        FROM theirs o
                        JOIN order_line l ON l.region_id = :region AND l.order_id = o.order_id
                        LEFT JOIN call c ON c.region_id = :region AND c.call_id = o.call_id
                        LEFT JOIN stop s ON s.region_id = :region AND s.stop_id = c.stop_id
                        LEFT JOIN place p ON p.region_id = :region AND p.place_key = s.place_key
                        LEFT JOIN payment y ON y.region_id = :region AND y.order_id = o.order_id AND y.checkout <> 'CHARGE'
                        GROUP BY o.order_id, o.spoken_code, o.market_day, p.name, s.name, o.customer_name, o.customer_phone, o.customer_mail,
                          o.collector_name, o.held_until, o.pay_by, y.state, o.placed_at
                        ORDER BY o.market_day DESC, o.placed_at DESC
                        """
                                .formatted(
                                        DIGITS.formatted("o.customer_phone"),
                                        DIGITS.formatted("customer_phone")))
                .bind("region", region.id().value())
                .bind("order", order.value())
                .bind("most", MOST)
                .map(PeopleView::order)
                .all();
    }

    private static KnownPerson person(Readable row) {
        return new KnownPerson(
                get(row, "latest", UUID.class),
                get(row, "name", String.class),
                row.get("phone", String.class),
                row.get("mail", String.class),
                get(row, "orders", Long.class),
                get(row, "last_day", LocalDate.class));
    }

    private static PersonsOrder order(Readable row) {
        String place = row.get("place", String.class);
        String stop = row.get("stop", String.class);
        return new PersonsOrder(
                get(row, "order_id", UUID.class),
                get(row, "spoken_code", String.class),
                get(row, "market_day", LocalDate.class),
                place == null || stop == null ? "" : spoken(place, stop),
                get(row, "customer_name", String.class),
                row.get("customer_phone", String.class),
                row.get("customer_mail", String.class),
                row.get("collector_name", String.class),
                state(row),
                get(row, "goods", Long.class),
                get(row, "pay_by", String.class).equals("AT_VAN"),
                row.get("payment", String.class),
                get(row, "placed_at", Instant.class));
    }

    private static String spoken(String place, String stop) {
        return stop.startsWith(place) ? stop : place + ", " + stop;
    }

    private static OrderState state(Readable row) {
        String[] states = get(row, "states", String[].class);
        Integer[] empty = get(row, "empty", Integer[].class);
        List<OrderState.Part> parts =
                IntStream.range(0, states.length)
                        .mapToObj(
                                i ->
                                        new OrderState.Part(
                                                LineState.valueOf(states[i]), empty[i] == 1))
                        .toList();
        return OrderState.of(get(row, "held", Boolean.class), parts);
    }
}
