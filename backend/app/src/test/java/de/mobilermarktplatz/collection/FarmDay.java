package de.mobilermarktplatz.collection;

import de.mobilermarktplatz.catalogue.Farm;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.catalogue.Producers;
import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationContext;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A Thursday with two calls and one farm that sells cheese and juice; orders close on Wednesday at
 * 18:00.
 */
final class FarmDay {

    static final LocalDate THURSDAY = LocalDate.of(2026, 11, 26);
    static final Instant CUT_OFF = Instant.parse("2026-11-25T17:00:00Z");
    static final Instant FROZEN = CUT_OFF.plusSeconds(600);

    final Region region;
    final Farm farm;
    final CallId firstCall = new CallId(UUID.randomUUID());
    final CallId secondCall = new CallId(UUID.randomUUID());
    private final Tools tools;

    /** The beans that such a story needs. */
    record Tools(
            Producers producers,
            Offers offers,
            Orders orders,
            People people,
            Relay relay,
            TestHttp http,
            UuidV7 ids,
            DatabaseClient db) {

        static Tools of(ApplicationContext beans) {
            return new Tools(
                    beans.getBean(Producers.class),
                    beans.getBean(Offers.class),
                    beans.getBean(Orders.class),
                    beans.getBean(People.class),
                    beans.getBean(Relay.class),
                    beans.getBean(TestHttp.class),
                    beans.getBean(UuidV7.class),
                    beans.getBean(DatabaseClient.class));
        }
    }

    FarmDay(Region region, ApplicationContext beans) {
        this.region = region;
        this.tools = Tools.of(beans);
        this.farm = Farm.in(region, tools.producers(), tools.people(), tools.http(), tools.ids());
        sql(
                "INSERT INTO municipality (region_id, municipality_key, name) VALUES (:region, '15089001', 'Bernburg')",
                Map.of());
        sql(
                "INSERT INTO place (region_id, place_key, municipality_key, name, postcode, lat_e6, lon_e6)"
                        + " VALUES (:region, 'peissen', '15089001', 'Peißen', '06408', 51760000, 11790000)",
                Map.of());
        sql(
                "INSERT INTO market_day (region_id, day, state) VALUES (:region, :day, 'OPEN')",
                Map.of("day", THURSDAY));
        call(firstCall, "anger", "10:00");
        call(secondCall, "kirche", "11:00");
        var _ = run(tools.offers().openDays(region, List.of(THURSDAY)));
        var _ = farm.takeOver(Farm.HEADER + Farm.CHEESE + Farm.JUICE);
    }

    private void call(CallId id, String code, String from) {
        UUID stop = UUID.randomUUID();
        sql(
                "INSERT INTO stop (region_id, stop_id, code, name, place_key, lat_e6, lon_e6, active)"
                        + " VALUES (:region, :stop, :code, 'Peißen, Dorfplatz', 'peissen', 51760000, 11790000, true)",
                Map.of("stop", stop, "code", code));
        sql(
                "INSERT INTO call (region_id, call_id, stop_id, market_day, window_from, window_to, state)"
                        + " VALUES (:region, :call, :stop, :day, :from::time, '12:00', 'PUBLISHED')",
                Map.of("call", id.value(), "stop", stop, "day", THURSDAY, "from", from));
        for (String cold : List.of("AMBIENT", "CHILLED", "FROZEN")) {
            sql(
                    "INSERT INTO call_capacity (region_id, call_id, cold_class, total_millilitres, free_millilitres)"
                            + " VALUES (:region, :call, :cold, 900000, 900000)",
                    Map.of("call", id.value(), "cold", cold));
        }
    }

    OfferView offer(String number) {
        return Objects.requireNonNull(
                        run(tools.offers().ofProducer(region, THURSDAY, farm.id()).collectList()))
                .stream()
                .filter(offer -> offer.product().article().number().equals(number))
                .findFirst()
                .orElseThrow();
    }

    Order order(CallId call, PayBy payBy, String number, long quantity) {
        PlaceOrder wish =
                new PlaceOrder(
                        UUID.randomUUID().toString(),
                        call,
                        new Customer("Erika Muster", null, "erika@beispiel.invalid", null),
                        payBy,
                        List.of(new Wish(offer(number).id(), quantity)),
                        null,
                        null);
        PlaceResult result = run(tools.orders().place(region, wish));
        return ((PlaceResult.Placed) Objects.requireNonNull(result)).order();
    }

    Order order(String number, long quantity) {
        return order(firstCall, PayBy.AT_VAN, number, quantity);
    }

    Order now(OrderId order) {
        return Objects.requireNonNull(run(tools.orders().find(region, order)));
    }

    /**
     * Lets facts reach their handlers until there are none left; the messages that were written,
     * newest last.
     */
    List<String> messages(String template) {
        while (Objects.requireNonNullElse(run(tools.relay().drain(region)), 0) > 0) {
            // Handlers may append facts of their own.
        }
        return Objects.requireNonNull(
                run(
                        tools.db()
                                .sql(
                                        "SELECT subject || chr(10) || body AS text FROM message"
                                                + " WHERE region_id = :region AND template = :template ORDER BY message_id")
                                .bind("region", region.id().value())
                                .bind("template", template)
                                .map(row -> String.valueOf(row.get("text", String.class)))
                                .all()
                                .collectList()));
    }

    /** Facts of a type that were written. */
    long facts(String type) {
        return Objects.requireNonNull(
                run(
                        tools.db()
                                .sql(
                                        "SELECT count(*) FROM outbox WHERE region_id = :region AND type = :type")
                                .bind("region", region.id().value())
                                .bind("type", type)
                                .map(row -> row.get(0, Long.class))
                                .one()));
    }

    void sql(String sql, Map<String, Object> values) {
        var _ =
                run(
                        tools.db()
                                .sql(sql)
                                .bind("region", region.id().value())
                                .bindValues(values)
                                .then());
    }

    <T> T run(Mono<T> work) {
        return TestRegions.run(region, work);
    }
}
