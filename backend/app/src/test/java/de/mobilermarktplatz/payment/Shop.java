package de.mobilermarktplatz.payment;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.Market;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.OrderLinks;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Mono;

/**
 * A market with one offer, a customer who pays by card, and Stripe's stand-in behind it. Not a
 * bean: an imported one would ask for a Spring context of its own.
 */
class Shop {

    static final String VISA = "4242424242424242";
    static final String DECLINED = "4000000000000002";
    static final String DECLINED_LATER = "4000000000000341";
    static final String WANTS_CUSTOMER = "4000002760003184";

    /** Three days before the market day: the card is authorised at once. */
    static final Instant NEAR =
            Market.DAY.minusDays(3).atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC);

    private final TestRegions regions;
    private final TestHttp http;
    private final DatabaseClient db;
    final TestClock clock;
    final Orders orders;
    final OrderLines lines;
    private final OrderLinks links;
    final Payments payments;
    private final Jobs jobs;
    private final Relay relay;
    private final Outbox outbox;
    private final HttpClient browser = HttpClient.newHttpClient();
    Market market;
    private URI stripe = URI.create("http://not.known.yet");
    OfferId cake;
    OfferId juice;

    Shop(
            TestRegions regions,
            TestHttp http,
            DatabaseClient db,
            TestClock clock,
            Orders orders,
            OrderLines lines,
            OrderLinks links,
            Payments payments,
            Jobs jobs,
            Relay relay,
            Outbox outbox) {
        this.regions = regions;
        this.http = http;
        this.db = db;
        this.clock = clock;
        this.orders = orders;
        this.lines = lines;
        this.links = links;
        this.payments = payments;
        this.jobs = jobs;
        this.relay = relay;
        this.outbox = outbox;
    }

    static Shop of(AutowireCapableBeanFactory beans) {
        return beans.createBean(Shop.class);
    }

    void open(Instant now) {
        clock.set(now);
        market = new Market(regions.create(), db);
        cake = market.piece(market.bakery, "Pflaumenkuchen", 850, 20, 0);
        juice = market.piece(market.farm, "Apfelsaft", 240, 20, 15);
    }

    Region region() {
        return market.region;
    }

    /** Two cakes and three bottles of juice with deposit: 17.00 + 7.20 + 0.45. */
    Order order() {
        PlaceResult result =
                run(
                        orders.place(
                                region(),
                                market.order(
                                        UUID.randomUUID().toString(),
                                        PayBy.CARD,
                                        new Wish(cake, 2),
                                        new Wish(juice, 3))));
        return ((PlaceResult.Placed) result).order();
    }

    /** The address of Stripe's page. */
    String toStripe(Order order) {
        Browser.Answer answer =
                new Browser(http, region()).get(links.payment(region(), order.id()));
        if (answer.status() != 303 && answer.status() != 302) {
            throw new AssertionError("No redirect but " + answer);
        }
        stripe = URI.create(answer.location());
        return answer.location();
    }

    Browser.Answer page(Order order, String below) {
        String link = links.payment(region(), order.id());
        return new Browser(http, region()).get(link.replace("?t=", below + "?t="));
    }

    Browser.Answer submit(Order order, String seen, String below) {
        String link = links.payment(region(), order.id());
        Browser person = new Browser(http, region());
        person.get(link.replace("?t=", seen + "?t="));
        return person.post(link.replace("?t=", below + "?t="), Map.of());
    }

    HttpResponse<String> press(String page, String card) {
        return post(page, "karte=" + card);
    }

    /** Pays on Stripe's page and comes back to the shop. */
    Browser.Answer pay(Order order, String card) {
        HttpResponse<String> paid = press(toStripe(order), card);
        URI back = URI.create(paid.headers().firstValue("Location").orElseThrow());
        return new Browser(http, region()).get(back.getPath() + "?" + back.getQuery());
    }

    HttpResponse<String> control(String path, String form) {
        return post(controlAddress(path), form);
    }

    String controlAddress(String path) {
        return stripe.resolve("/simulator/" + region().slug() + "/" + path).toString();
    }

    TestHttp http() {
        return http;
    }

    HttpResponse<String> post(String url, String form) {
        return send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build());
    }

    HttpResponse<String> hook(Region at, String signature, String payload) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(http.url() + "/hooks/stripe/" + at.slug()))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(payload));
        return send(
                signature == null
                        ? request.build()
                        : request.header("Stripe-Signature", signature).build());
    }

    HttpResponse<String> fetch(String url) {
        return send(HttpRequest.newBuilder(URI.create(url)).build());
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            return browser.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** What runs by itself every second outside tests. */
    void work() {
        run(relay.drain(region()));
        run(jobs.runNow(region(), "ordering.expire-leases"));
        run(relay.drain(region()));
        run(jobs.runNow(region(), "payment.deadlines"));
        run(jobs.runNow(region(), "payment.work"));
        run(jobs.runNow(region(), "payment.work"));
        run(relay.drain(region()));
    }

    /** A fact as the sync capability writes it. */
    void tell(Object fact) {
        run(outbox.append(fact));
    }

    void runJob(String name) {
        run(jobs.runNow(region(), name));
    }

    /** The van's news: so many of each line reached the customer, and the order is settled. */
    void handOver(Order order, Map<Integer, Long> quantities) {
        run(lines.handOver(region(), order.id(), quantities));
        run(payments.settle(region(), order.id()));
    }

    void requested() {
        run(lines.request(region(), Market.DAY, market.bakery));
        run(lines.request(region(), Market.DAY, market.farm));
    }

    PaymentView payment(Order order) {
        return run(payments.ofOrder(region(), order.id()));
    }

    Order now(Order order) {
        return run(orders.find(region(), order.id()));
    }

    Order now(OrderId order) {
        return run(orders.find(region(), order));
    }

    LedgerSums sums() {
        return run(payments.sums(region(), Market.DAY));
    }

    long messages(String template) {
        return market.number(
                "SELECT count(*) FROM outbox WHERE region_id = :region AND type = 'MessageRequested'"
                        + " AND body->>'template' = :template",
                Map.of("template", template));
    }

    <T> T run(Mono<T> work) {
        return TestRegions.run(region(), work);
    }
}
