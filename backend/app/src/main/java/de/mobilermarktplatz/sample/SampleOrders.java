package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.catalogue.Offers;
import de.mobilermarktplatz.ordering.Customer;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceOrder;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.timetable.Call;
import de.mobilermarktplatz.timetable.Timetable;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * A few orders of invented people for the next market day that still takes orders from every
 * producer.
 */
@Component
class SampleOrders {

    private static final Logger LOG = LoggerFactory.getLogger(SampleOrders.class);

    private static final List<String> NAMES =
            List.of("Erika Beispiel", "Hans Probe", "Gerda Muster", "Otto Exempel", "Ilse Vorlage");

    private static final int LINES = 4;

    private final Timetable timetable;
    private final Offers offers;
    private final Orders orders;
    private final InstantSource clock;

    SampleOrders(Timetable timetable, Offers offers, Orders orders, InstantSource clock) {
        this.timetable = timetable;
        this.offers = offers;
        this.orders = orders;
        this.clock = clock;
    }

    /**
     * The keys of the orders make a second run harmless: what was ordered once is not ordered
     * again.
     */
    Mono<Void> load(Region region) {
        return timetable
                .openDays(region)
                .collectList()
                .flatMap(days -> offers.openDays(region, days).thenReturn(days))
                .flatMapIterable(days -> days)
                .concatMap(day -> offers.forDay(region, day).collectList())
                .filter(this::everybodyStillSells)
                .next()
                .flatMap(day -> placeAll(region, day));
    }

    private boolean everybodyStillSells(List<OfferView> day) {
        return day.stream().map(OfferView::producerName).distinct().count()
                        == SampleFiles.rows("producers.csv").size()
                && day.stream().allMatch(offer -> clock.instant().isBefore(offer.cutOff()));
    }

    private Mono<Void> placeAll(Region region, List<OfferView> day) {
        return timetable
                .callsOn(region, day.getFirst().marketDay())
                .collectList()
                .flatMapMany(
                        calls ->
                                Flux.range(0, NAMES.size())
                                        .concatMap(i -> place(region, i, calls, day)))
                .then();
    }

    private Mono<PlaceResult> place(
            Region region, int number, List<Call> calls, List<OfferView> day) {
        List<Wish> wishes =
                IntStream.range(0, LINES)
                        .map(line -> (number * 5 + line * 7) % day.size())
                        .distinct()
                        .mapToObj(day::get)
                        .filter(offer -> offer.product().article().ageLimit() == 0)
                        .map(offer -> new Wish(offer.id(), 1 + number % 2))
                        .toList();
        PlaceOrder order =
                new PlaceOrder(
                        "sample-" + number,
                        calls.get(number % calls.size()).id(),
                        customer(number),
                        PayBy.AT_VAN,
                        wishes,
                        null,
                        null);
        return orders.place(region, order)
                .doOnNext(result -> LOG.debug("sample order {}: {}", number, result));
    }

    private static Customer customer(int number) {
        String name = NAMES.get(number);
        String mail = name.toLowerCase(Locale.ROOT).replace(' ', '.') + "@kunden.example";
        return new Customer(name, null, mail, null);
    }
}
