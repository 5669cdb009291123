package de.mobilermarktplatz.stripesimulator;

import com.stripe.StripeClient;
import com.stripe.exception.StripeException;
import com.stripe.model.Customer;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.CustomerCreateParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;

/**
 * A simulator with a movable clock, somebody who takes its webhooks, and the real stripe-java in
 * front of it.
 */
final class World implements AutoCloseable {

    static final Instant START = Instant.parse("2026-11-23T09:00:00Z");
    static final String SECRET = "whsec_test";
    static final String KEY = "sk_test_welt";

    final Receiver receiver = new Receiver();
    private final Path dataFile;
    private final String apiVersion;
    private final HttpClient http = HttpClient.newHttpClient();
    private Instant now = START;
    private StripeSimulator simulator;

    World() {
        this(null, Config.DEFAULT_API_VERSION);
    }

    World(Path dataFile, String apiVersion) {
        this.dataFile = dataFile;
        this.apiVersion = apiVersion;
        simulator = start();
    }

    private StripeSimulator start() {
        return StripeSimulator.start(
                new Config(0, dataFile, receiver.url(), SECRET, KEY, apiVersion, () -> now));
    }

    void restart() {
        simulator.close();
        simulator = start();
    }

    void pass(Duration time) {
        now = now.plus(time);
    }

    Instant now() {
        return now;
    }

    StripeClient client() {
        return client(KEY);
    }

    StripeClient client(String key) {
        return StripeClient.builder()
                .setApiKey(key)
                .setApiBase(simulator.baseUrl())
                .setMaxNetworkRetries(0)
                .build();
    }

    PaymentIntent authorised(long cents) throws StripeException {
        return client().v1().paymentIntents().create(card(cents, TestCard.VISA).build());
    }

    static PaymentIntentCreateParams.Builder card(long cents, TestCard card) {
        return PaymentIntentCreateParams.builder()
                .setAmount(cents)
                .setCurrency("eur")
                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                .addPaymentMethodType("card")
                .setPaymentMethod(card.alias)
                .setConfirm(true)
                .addExpand("latest_charge");
    }

    Customer customer() throws StripeException {
        return client().v1()
                .customers()
                .create(CustomerCreateParams.builder().setName("Erna Muster").build());
    }

    Session checkout(long cents) throws StripeException {
        return client().v1().checkout().sessions().create(checkoutParams(cents).build());
    }

    static SessionCreateParams.Builder checkoutParams(long cents) {
        var product =
                SessionCreateParams.LineItem.PriceData.ProductData.builder()
                        .setName("Bestellung <7>")
                        .build();
        return SessionCreateParams.builder()
                .setMode(SessionCreateParams.Mode.PAYMENT)
                .setSuccessUrl("http://laden.test/zurueck?sitzung={CHECKOUT_SESSION_ID}")
                .setCancelUrl("http://laden.test/abgebrochen")
                .setCustomerEmail("erna@beispiel.test")
                .addLineItem(
                        SessionCreateParams.LineItem.builder()
                                .setQuantity(1L)
                                .setPriceData(
                                        SessionCreateParams.LineItem.PriceData.builder()
                                                .setCurrency("eur")
                                                .setUnitAmount(cents)
                                                .setProductData(product)
                                                .build())
                                .build())
                .setPaymentIntentData(
                        SessionCreateParams.PaymentIntentData.builder()
                                .setCaptureMethod(
                                        SessionCreateParams.PaymentIntentData.CaptureMethod.MANUAL)
                                .putMetadata("payment_id", "p-1")
                                .build());
    }

    HttpResponse<String> page(String url) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> press(String url, String form) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create(url))
                        .POST(HttpRequest.BodyPublishers.ofString(form))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> control(String path, String form)
            throws IOException, InterruptedException {
        return press(simulator.baseUrl() + "/simulator/" + path, form);
    }

    String baseUrl() {
        return simulator.baseUrl();
    }

    @Override
    public void close() {
        simulator.close();
        receiver.close();
    }
}
