package de.mobilermarktplatz.payment;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Secrets;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import tools.jackson.databind.json.JsonMapper;

/** Webhooks come late, twice, in any order, never, or from somebody else. */
@MarktplatzTest
class WebhookInboxTest {

    private final Shop shop;
    private final Secrets secrets;
    private final TestRegions regions;

    WebhookInboxTest(AutowireCapableBeanFactory beans, Secrets secrets, TestRegions regions) {
        this.shop = Shop.of(beans);
        this.secrets = secrets;
        this.regions = regions;
    }

    @BeforeEach
    void threeDaysBefore() {
        shop.open(Shop.NEAR);
    }

    @Test
    void thePaymentIsFoundWithoutTheCustomerComingBack() {
        Order order = shop.order();
        shop.press(shop.toStripe(order), Shop.VISA);

        waitForEvents(4);
        shop.work();

        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
    }

    @Test
    void anEventThatComesAgainChangesNothing() throws Exception {
        Order order = paidWithHeldEvents();
        List<String> events = events();
        for (int round = 0; round < 3; round++) {
            for (String event : events) {
                assertThat(deliver(event)).isEqualTo(200);
            }
            shop.work();
        }

        assertThat(stored()).isEqualTo(events.size());
        assertThat(shop.market.facts("OrderPlaced")).isEqualTo(1);
        assertThat(shop.sums().authorised()).isEqualTo(new Money(2_465));
        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void theOrderOfEventsDoesNotMatter(long seed) throws Exception {
        Order order = paidWithHeldEvents();
        List<String> events = new ArrayList<>(events());
        Collections.shuffle(events, new Random(seed));
        for (String event : events) {
            assertThat(deliver(event)).isEqualTo(200);
            shop.work();
        }
        shop.requested();
        shop.handOver(order, Map.of(1, 2L, 2, 3L));
        shop.work();
        Collections.shuffle(events, new Random(seed + 1));
        for (String event : events()) {
            assertThat(deliver(event)).isEqualTo(200);
        }
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(shop.sums().captured()).isEqualTo(new Money(2_465));
        assertThat(shop.sums().held()).isEqualTo(Money.ZERO);
    }

    @Test
    void aForgedChangedUnsignedOrOldEventIsRefusedAndNotKept() throws Exception {
        paidWithHeldEvents();
        String event = events().getFirst();
        long now = shop.clock.instant().getEpochSecond();

        assertThat(shop.hook(shop.region(), null, event).statusCode()).isEqualTo(400);
        assertThat(shop.hook(shop.region(), sign("whsec_falsch", now, event), event).statusCode())
                .isEqualTo(400);
        assertThat(shop.hook(shop.region(), sign(secret(), now, event), event + " ").statusCode())
                .isEqualTo(400);
        var old = shop.hook(shop.region(), sign(secret(), now - 301, event), event);
        assertThat(old.statusCode()).isEqualTo(400);
        assertThat(old.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(old.body()).contains("webhook-signature");
        assertThat(stored()).isZero();
    }

    @Test
    void anEventAtTheWrongRegionTouchesNothing() throws Exception {
        Order order = paidWithHeldEvents();
        Region other = regions.create();
        long now = shop.clock.instant().getEpochSecond();
        for (String event : events()) {
            shop.hook(other, sign(secret(), now, event), event);
        }
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.INTENT);
        assertThat(shop.hook(other, "t=1,v1=00", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void whatWebhooksLostIsFoundAtNight() {
        Order order = paidWithHeldEvents();

        shop.runJob("payment.reconcile");
        shop.work();

        assertThat(shop.payment(order).state()).isEqualTo(PaymentState.AUTHORIZED);
        assertThat(shop.now(order).state()).isEqualTo(OrderState.PLACED);
    }

    private Order paidWithHeldEvents() {
        Order order = shop.order();
        String page = shop.toStripe(order);
        shop.control("webhooks", "hold=true");
        assertThat(shop.press(page, Shop.VISA).statusCode()).isEqualTo(303);
        return order;
    }

    private List<String> events() {
        List<String> events = new ArrayList<>();
        JsonMapper.shared()
                .readTree(shop.fetch(shop.controlAddress("events")).body())
                .path("data")
                .forEach(event -> events.add(event.toString()));
        assertThat(events).hasSizeGreaterThanOrEqualTo(4);
        return events;
    }

    private int deliver(String event) throws Exception {
        String signature = sign(secret(), shop.clock.instant().getEpochSecond(), event);
        return shop.hook(shop.region(), signature, event).statusCode();
    }

    private String secret() {
        return "whsec_" + secrets.text("stripe-webhook");
    }

    private static String sign(String secret, long seconds, String payload) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
        byte[] hash = mac.doFinal((seconds + "." + payload).getBytes(StandardCharsets.UTF_8));
        return "t=" + seconds + ",v1=" + HexFormat.of().formatHex(hash);
    }

    private long stored() {
        return shop.market.number(
                "SELECT count(*) FROM stripe_event WHERE region_id = :region", Map.of());
    }

    private void waitForEvents(long count) {
        long deadline = System.nanoTime() + 5_000_000_000L;
        while (stored() < count) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Only " + stored() + " events arrived");
            }
            Thread.onSpinWait();
        }
    }
}
