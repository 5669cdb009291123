package de.mobilermarktplatz.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.model.PaymentIntent;
import com.stripe.model.checkout.Session;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentMethodListParams;
import com.stripe.param.checkout.SessionCreateParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CheckoutTest {

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aCustomerPaysOnThePageAndTheCardIsHeld() throws Exception {
        var session = world.checkout(1_995);
        assertThat(session.getPaymentIntent()).isNull();

        var page = world.page(session.getUrl());
        assertThat(page.body())
                .contains("SIMULATION – keine echte Zahlung", "19,95 €", "Bestellung &lt;7&gt;")
                .doesNotContain("<script");
        var answer = world.press(session.getUrl(), "karte=" + TestCard.VISA.number);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValue("http://laden.test/zurueck?sitzung=" + session.getId());
        var paid = retrieve(session);
        assertThat(paid.getStatus()).isEqualTo("complete");
        assertThat(paid.getPaymentStatus()).isEqualTo("unpaid");
        var intent = world.client().v1().paymentIntents().retrieve(paid.getPaymentIntent());
        assertThat(intent.getStatus()).isEqualTo("requires_capture");
        assertThat(intent.getMetadata()).containsEntry("payment_id", "p-1");
    }

    @Test
    void aDeclinedCardLeavesThePageOpenForAnother() throws Exception {
        var session = world.checkout(1_995);

        var declined = world.press(session.getUrl(), "karte=" + TestCard.DECLINED.number);

        assertThat(declined.statusCode()).isEqualTo(402);
        assertThat(declined.body())
                .contains("Die Karte wurde abgelehnt", "SIMULATION – keine echte Zahlung");
        assertThat(retrieve(session).getStatus()).isEqualTo("open");
        assertThat(world.press(session.getUrl(), "karte=" + TestCard.VISA.number).statusCode())
                .isEqualTo(303);
    }

    @Test
    void theBackButtonChangesNothing() throws Exception {
        var session = world.checkout(1_995);

        var answer = world.press(session.getUrl(), "abbrechen=1");

        assertThat(answer.headers().firstValue("Location"))
                .hasValue("http://laden.test/abgebrochen");
        assertThat(retrieve(session).getStatus()).isEqualTo("open");
    }

    @Test
    void anExpiredSessionTakesNoPayment() throws Exception {
        var session = world.checkout(1_995);

        assertThat(world.client().v1().checkout().sessions().expire(session.getId()).getStatus())
                .isEqualTo("expired");

        var late = world.press(session.getUrl(), "karte=" + TestCard.VISA.number);
        assertThat(late.statusCode()).isEqualTo(410);
        assertThat(late.body()).contains("Abgelaufen");
        assertThat(retrieve(session).getPaymentIntent()).isNull();
    }

    @Test
    void aCompletedSessionCannotBeExpired() throws Exception {
        var session = world.checkout(1_995);
        world.press(session.getUrl(), "karte=" + TestCard.VISA.number);

        assertThatThrownBy(() -> world.client().v1().checkout().sessions().expire(session.getId()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("status of complete");
    }

    @ParameterizedTest
    @ValueSource(longs = {29, 24 * 60 + 1})
    void aSessionLivesAtLeastThirtyMinutesAndAtMostADay(long minutes) {
        var params =
                World.checkoutParams(1_000)
                        .setExpiresAt(
                                world.now().plus(Duration.ofMinutes(minutes)).getEpochSecond());

        assertThatThrownBy(() -> world.client().v1().checkout().sessions().create(params.build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("expires_at");
    }

    @Test
    void anOpenSessionExpiresByItself() throws Exception {
        var params =
                World.checkoutParams(1_000)
                        .setExpiresAt(world.now().plus(Duration.ofMinutes(30)).getEpochSecond());
        var session = world.client().v1().checkout().sessions().create(params.build());

        world.pass(Duration.ofMinutes(30));

        assertThat(retrieve(session).getStatus()).isEqualTo("expired");
    }

    @Test
    void aSavedCardIsChargedLaterWithoutTheCustomerAndHeldForFiveDays() throws Exception {
        var customer = world.customer().getId();
        var method = save(customer, TestCard.VISA);

        var held = chargeLater(customer, method);

        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(
                        held.getLatestChargeObject()
                                .getPaymentMethodDetails()
                                .getCard()
                                .getCaptureBefore())
                .isEqualTo(world.now().plus(Duration.ofDays(5)).getEpochSecond());
        var saved =
                world.client()
                        .v1()
                        .paymentMethods()
                        .list(PaymentMethodListParams.builder().setCustomer(customer).build());
        assertThat(saved.getData())
                .singleElement()
                .extracting(m -> m.getCard().getLast4())
                .isEqualTo("4242");
    }

    @Test
    void aSavedCardMayBeDeclinedLater() throws Exception {
        var customer = world.customer().getId();
        var method = save(customer, TestCard.DECLINED_LATER);

        var refusal =
                catchThrowableOfType(CardException.class, () -> chargeLater(customer, method));

        assertThat(refusal.getCode()).isEqualTo("card_declined");
    }

    @Test
    void aSavedCardMayWantItsOwnerBack() throws Exception {
        var customer = world.customer().getId();
        var method = save(customer, TestCard.AUTHENTICATION_REQUIRED);

        var refusal =
                catchThrowableOfType(CardException.class, () -> chargeLater(customer, method));

        assertThat(refusal.getCode()).isEqualTo("authentication_required");
    }

    @Test
    void aSavedCardIsNotChargedForSomebodyElse() throws Exception {
        var method = save(world.customer().getId(), TestCard.VISA);
        var other = world.customer().getId();

        assertThatThrownBy(() -> chargeLater(other, method))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("another customer");
    }

    private String save(String customer, TestCard card) throws Exception {
        var session =
                world.client()
                        .v1()
                        .checkout()
                        .sessions()
                        .create(
                                SessionCreateParams.builder()
                                        .setMode(SessionCreateParams.Mode.SETUP)
                                        .setCurrency("eur")
                                        .setCustomer(customer)
                                        .setSuccessUrl("http://laden.test/zurueck")
                                        .build());
        assertThat(world.press(session.getUrl(), "karte=" + card.number).statusCode())
                .isEqualTo(303);
        var done = retrieve(session);
        assertThat(done.getPaymentStatus()).isEqualTo("no_payment_required");
        return world.client()
                .v1()
                .setupIntents()
                .retrieve(done.getSetupIntent())
                .getPaymentMethod();
    }

    private PaymentIntent chargeLater(String customer, String method) throws Exception {
        return world.client()
                .v1()
                .paymentIntents()
                .create(
                        PaymentIntentCreateParams.builder()
                                .setAmount(1_234L)
                                .setCurrency("eur")
                                .setCustomer(customer)
                                .setPaymentMethod(method)
                                .setOffSession(true)
                                .setConfirm(true)
                                .setCaptureMethod(PaymentIntentCreateParams.CaptureMethod.MANUAL)
                                .addExpand("latest_charge")
                                .build());
    }

    private Session retrieve(Session session) throws Exception {
        return world.client().v1().checkout().sessions().retrieve(session.getId());
    }
}
