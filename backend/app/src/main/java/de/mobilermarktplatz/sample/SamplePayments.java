package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.payment.Checkout;
import de.mobilermarktplatz.payment.CheckoutResult;
import de.mobilermarktplatz.platform.page.PublicAddress;
import de.mobilermarktplatz.platform.region.Region;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Types a test card into the page of Stripe's stand-in, as somebody at home would. */
@Component
class SamplePayments implements AutoCloseable {

    private static final String TEST_CARD = "karte=4242424242424242";
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private final Checkout checkout;
    private final PublicAddress address;
    private final HttpClient browser = HttpClient.newHttpClient();

    SamplePayments(Checkout checkout, PublicAddress address) {
        this.checkout = checkout;
        this.address = address;
    }

    /** Pays an order that waits for its card; leaves every other one as it is. */
    Mono<Void> pay(Region region, Order order) {
        if (order.payBy() != PayBy.CARD || order.heldUntil() == null) {
            return Mono.empty();
        }
        String back = address.of("/r/" + region.slug() + "/");
        return checkout.start(region, order.id(), new Checkout.Addresses(back, back))
                .flatMap(
                        result ->
                                result instanceof CheckoutResult.Pay(String url)
                                        ? typeCard(url)
                                                .then(
                                                        Mono.defer(
                                                                () ->
                                                                        checkout.returned(
                                                                                region,
                                                                                order.id())))
                                        : Mono.<Void>empty());
    }

    private Mono<Void> typeCard(String url) {
        HttpRequest form =
                HttpRequest.newBuilder(URI.create(url))
                        .timeout(LONGEST)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(TEST_CARD))
                        .build();
        return Mono.fromFuture(
                        () -> browser.sendAsync(form, HttpResponse.BodyHandlers.discarding()))
                .then();
    }

    @Override
    public void close() {
        browser.shutdownNow();
    }
}
