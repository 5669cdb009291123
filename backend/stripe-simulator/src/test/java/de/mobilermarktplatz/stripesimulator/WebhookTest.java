package de.mobilermarktplatz.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.Stripe;
import com.stripe.exception.SignatureVerificationException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.Webhook;
import java.time.Clock;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class WebhookTest {

    private World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void eventsAreSignedAndCarryTheObject() throws Exception {
        var held = world.authorised(1_000);

        PaymentIntent seen = null;
        for (int i = 0; i < 3; i++) {
            var event = world.receiver.next().event();
            if (event.getType().equals("payment_intent.amount_capturable_updated")) {
                seen = (PaymentIntent) event.getDataObjectDeserializer().getObject().orElseThrow();
            }
        }

        assertThat(seen).isNotNull();
        assertThat(seen.getId()).isEqualTo(held.getId());
        assertThat(world.receiver.isQuiet()).isTrue();
    }

    @Test
    void theDefaultVersionIsTheSdksOwn() {
        assertThat(Config.DEFAULT_API_VERSION).isEqualTo(Stripe.API_VERSION);
    }

    @Test
    void anEventOfAnotherApiVersionHasNoTypedObject() throws Exception {
        world.close();
        world = new World(null, "2024-06-20");
        world.authorised(1_000);

        var event = world.receiver.next().event();

        assertThat(event.getDataObjectDeserializer().getObject()).isEmpty();
        assertThat(event.getDataObjectDeserializer().getRawJson()).contains("\"id\"");
    }

    @Test
    void aChangedPayloadOrAnOldSignatureIsRefused() throws Exception {
        world.authorised(1_000);
        var delivery = world.receiver.next();
        var later = Clock.fixed(World.START.plusSeconds(301), ZoneOffset.UTC);

        assertThatThrownBy(
                        () ->
                                new Receiver.Delivery(
                                                delivery.payload().replace("1000", "9000"),
                                                delivery.signature())
                                        .event())
                .isInstanceOf(SignatureVerificationException.class);
        assertThatThrownBy(
                        () ->
                                Webhook.constructEvent(
                                        delivery.payload(),
                                        delivery.signature(),
                                        World.SECRET,
                                        300,
                                        later))
                .isInstanceOf(SignatureVerificationException.class);
    }

    @Test
    void anEventNobodyTookComesAgain() throws Exception {
        world.receiver.status = 500;
        world.customer();
        var first = world.receiver.next().event();
        world.receiver.status = 200;

        assertThat(world.receiver.next().event().getId()).isEqualTo(first.getId());
        assertThat(world.receiver.isQuiet()).isTrue();
    }

    @Test
    void eventsCanComeTwice() throws Exception {
        world.control("welt/webhooks", "copies=2");
        world.customer();

        assertThat(world.receiver.next().event().getId())
                .isEqualTo(world.receiver.next().event().getId());
    }

    @Test
    void eventsCanComeInReverse() throws Exception {
        world.control("welt/webhooks", "hold=true");
        world.authorised(1_000);
        assertThat(world.receiver.isQuiet()).isTrue();

        world.control("welt/webhooks/release", "order=reversed");

        assertThat(world.receiver.types(3))
                .containsExactly(
                        "payment_intent.amount_capturable_updated",
                        "charge.succeeded",
                        "payment_intent.created");
    }

    @Test
    void eventsCanGetLostAndAreStillInTheList() throws Exception {
        world.control("welt/webhooks", "lose=1");
        world.customer();

        assertThat(world.receiver.isQuiet()).isTrue();
        assertThat(world.client().v1().events().list().getData())
                .singleElement()
                .extracting(event -> event.getType())
                .isEqualTo("customer.created");
    }

    @Test
    void eventsCanBeLate() throws Exception {
        world.control("welt/webhooks", "delay_ms=600");
        world.customer();

        assertThat(world.receiver.isQuiet()).isTrue();
        assertThat(world.receiver.types(1)).containsExactly("customer.created");
    }
}
