package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Orders of invented people at the stop where they live, placed like everybody's. */
@Component
class SampleOrders {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrders.class);

    private static final int AT_ONCE = 8;

    /** Every so many-th pays by card, on the simulated page. */
    private static final int BY_CARD = 9;

    private final Timetable timetable;
    private final Offers offers;
    private final Orders orders;
    private final SamplePayments payments;
    private final InstantSource clock;

    SampleOrders(
            Timetable timetable,
            Offers offers,
            Orders orders,
            SamplePayments payments,
            InstantSource clock) {
        this.timetable = timetable;
        this.offers = offers;
        this.orders = orders;
        this.payments = payments;
        this.clock = clock;
    }

    private record Shop(
            List<Call> calls,
            List<OfferView> offers,
            Neighbours people,
            Map<String, Integer> homes) {}

    /**
     * Places orders for a day. Their keys make a second run harmless: what was ordered once is not
     * ordered again.
     *
     * @param from number of the first order, from 0
     * @param to number after the last
     */
    Mono<Void> place(Region region, CountyFolder folder, LocalDate day, int from, int to) {
        return Mono.zip(
                        timetable.callsOn(region, day).collectSortedList(BY_TIME),
                        offers.forDay(region, day).collectList())
                .filter(known -> !known.getT1().isEmpty())
                .map(
                        known ->
                                new Shop(
                                        known.getT1(),
                                        known.getT2(),
                                        new Neighbours(folder),
                                        homes(folder)))
                .flatMapMany(
                        shop ->
                                Flux.range(from, to - from)
                                        .flatMap(number -> place(region, shop, number), AT_ONCE))
                .then();
    }

    private static final Comparator<Call> BY_TIME =
            Comparator.comparing(Call::from).thenComparing(call -> call.stop().code());

    private static Map<String, Integer> homes(CountyFolder folder) {
        Map<String, Integer> numbers = new HashMap<>();
        folder.rows("stops.csv")
                .forEach(row -> numbers.putIfAbsent(row.getField("code"), numbers.size()));
        return numbers;
    }

    private Mono<Void> place(Region region, Shop shop, int number) {
        Call call = shop.calls().get(number % shop.calls().size());
        int home = shop.homes().getOrDefault(call.stop().code(), 0);
        int person = home + number / shop.calls().size() * shop.homes().size();
        List<Wish> wishes = Groceries.of(person, shop.offers(), clock.instant());
        if (wishes.isEmpty()) {
            return Mono.empty();
        }
        PayBy payBy = number % BY_CARD == BY_CARD - 1 ? PayBy.CARD : PayBy.AT_VAN;
        PlaceOrder order =
                new PlaceOrder(
                        "sample-" + call.day() + "-" + number,
                        call.id(),
                        shop.people().person(person),
                        payBy,
                        wishes,
                        null,
                        null);
        return orders.place(region, order).flatMap(result -> pay(region, number, result));
    }

    private Mono<Void> pay(Region region, int number, PlaceResult result) {
        return switch (result) {
            case PlaceResult.Placed placed -> payments.pay(region, placed.order());
            case PlaceResult.Refused refused -> {
                LOG.debug("sample order {} was refused: {}", number, refused);
                yield Mono.empty();
            }
        };
    }
}
