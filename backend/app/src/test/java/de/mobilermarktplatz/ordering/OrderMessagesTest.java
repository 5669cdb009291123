package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/** What customers are told about their orders. */
@MarktplatzTest
class OrderMessagesTest {

    private final Market market;
    private final DatabaseClient db;
    private final Orders orders;
    private final OrderLines lines;
    private final Relay relay;
    private final TestClock clock;

    OrderMessagesTest(
            TestRegions regions,
            DatabaseClient db,
            Orders orders,
            OrderLines lines,
            Relay relay,
            TestClock clock) {
        this.market = new Market(regions.create(), db);
        this.db = db;
        this.orders = orders;
        this.lines = lines;
        this.relay = relay;
        this.clock = clock;
    }

    @Test
    void anOrderIsConfirmedItsCutIsToldAndNothingIsToldTwice() {
        clock.set(TestClock.MONDAY_MORNING);
        OfferId juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        Customer erika = new Customer("Erika Muster", null, "erika@beispiel.example", null);
        PlaceOrder wish =
                new PlaceOrder(
                        "mail",
                        market.call,
                        erika,
                        PayBy.AT_VAN,
                        List.of(new Wish(juice, 4)),
                        null,
                        null);
        Order order = ((PlaceResult.Placed) run(orders.place(market.region, wish))).order();
        run(relay.drain(market.region));
        run(lines.request(market.region, Market.DAY, market.farm));
        run(lines.confirm(market.region, juice, 3, ShortageRule.FAIR_SHARE));
        run(relay.drain(market.region));
        run(relay.drain(market.region));

        List<String> told =
                run(
                        db.sql(
                                        "SELECT subject || E'\\n' || body FROM message WHERE region_id = :region AND recipient = :to"
                                                + " ORDER BY message_id")
                                .bind("region", market.region.id().value())
                                .bind("to", "erika@beispiel.example")
                                .map(row -> row.get(0, String.class))
                                .all()
                                .collectList());
        assertThat(told).hasSize(2);
        assertThat(told.getFirst())
                .contains(
                        "Ihre Bestellung " + order.spokenCode().spaced(), "Guten Tag Erika Muster")
                .contains(
                        "Peißen, Dorfplatz",
                        "Dienstag, 1. Dezember, 10:00–10:30 Uhr",
                        "4\u00a0Stück Apfelsaft")
                .contains("10,60\u00a0€", "/bestellung/" + order.id() + "?t=");
        assertThat(told.getLast())
                .contains("Der Hof kann weniger liefern", "3\u00a0Stück Apfelsaft", "7,95\u00a0€");
    }

    private <T> T run(Mono<T> work) {
        return TestRegions.run(market.region, work);
    }
}
