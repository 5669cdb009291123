package de.mobilermarktplatz.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.stripe.exception.AuthenticationException;
import com.stripe.exception.CardException;
import com.stripe.exception.InvalidRequestException;
import com.stripe.param.PaymentIntentCaptureParams;
import com.stripe.param.PaymentIntentConfirmParams;
import com.stripe.param.PaymentIntentCreateParams;
import com.stripe.param.PaymentIntentUpdateParams;
import com.stripe.param.RefundCreateParams;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class AuthorisationTest {

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void aCardIsHeldForSevenDaysAndPartOfItIsCaptured() throws Exception {
        var held = world.authorised(2_350);

        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getAmountCapturable()).isEqualTo(2_350);
        assertThat(
                        held.getLatestChargeObject()
                                .getPaymentMethodDetails()
                                .getCard()
                                .getCaptureBefore())
                .isEqualTo(World.START.plus(Duration.ofDays(7)).getEpochSecond());

        var captured =
                world.client()
                        .v1()
                        .paymentIntents()
                        .capture(
                                held.getId(),
                                PaymentIntentCaptureParams.builder()
                                        .setAmountToCapture(1_800L)
                                        .build());

        assertThat(captured.getStatus()).isEqualTo("succeeded");
        assertThat(captured.getAmountReceived()).isEqualTo(1_800);
        assertThat(captured.getAmountCapturable()).isZero();
        var charge = world.client().v1().charges().retrieve(captured.getLatestCharge());
        assertThat(charge.getAmountCaptured()).isEqualTo(1_800);
    }

    @Test
    void moreThanWasHeldIsNeverCaptured() throws Exception {
        var held = world.authorised(1_000);

        var refusal =
                catchThrowableOfType(
                        InvalidRequestException.class,
                        () ->
                                world.client()
                                        .v1()
                                        .paymentIntents()
                                        .capture(
                                                held.getId(),
                                                PaymentIntentCaptureParams.builder()
                                                        .setAmountToCapture(1_001L)
                                                        .build()));

        assertThat(refusal.getCode()).isEqualTo("amount_too_large");
    }

    @Test
    void aSecondCaptureIsRefusedAndTellsTheStateItFound() throws Exception {
        var held = world.authorised(1_000);
        world.client().v1().paymentIntents().capture(held.getId());

        var refusal =
                catchThrowableOfType(
                        InvalidRequestException.class,
                        () -> world.client().v1().paymentIntents().capture(held.getId()));

        assertThat(refusal.getCode()).isEqualTo("payment_intent_unexpected_state");
        assertThat(refusal.getStripeError().getPaymentIntent().getStatus()).isEqualTo("succeeded");
    }

    @Test
    void anUnconfirmedIntentIsConfirmedByItsIdLater() throws Exception {
        var draft =
                world.client()
                        .v1()
                        .paymentIntents()
                        .create(
                                PaymentIntentCreateParams.builder()
                                        .setAmount(700L)
                                        .setCurrency("eur")
                                        .setCaptureMethod(
                                                PaymentIntentCreateParams.CaptureMethod.MANUAL)
                                        .putMetadata("payment_id", "p-7")
                                        .build());
        assertThat(draft.getStatus()).isEqualTo("requires_payment_method");

        var held =
                world.client()
                        .v1()
                        .paymentIntents()
                        .confirm(
                                draft.getId(),
                                PaymentIntentConfirmParams.builder()
                                        .setPaymentMethod("pm_card_visa")
                                        .build());

        assertThat(held.getStatus()).isEqualTo("requires_capture");
        assertThat(held.getMetadata()).containsEntry("payment_id", "p-7");
    }

    @Test
    void aDeclinedCardIsACardErrorAndLeavesTheIntentOpen() throws Exception {
        var refusal =
                catchThrowableOfType(
                        CardException.class,
                        () ->
                                world.client()
                                        .v1()
                                        .paymentIntents()
                                        .create(World.card(900, TestCard.DECLINED).build()));

        assertThat(refusal.getCode()).isEqualTo("card_declined");
        assertThat(refusal.getDeclineCode()).isEqualTo("generic_decline");
        var intent =
                world.client()
                        .v1()
                        .paymentIntents()
                        .retrieve(refusal.getStripeError().getPaymentIntent().getId());
        assertThat(intent.getStatus()).isEqualTo("requires_payment_method");
        assertThat(intent.getLastPaymentError().getCode()).isEqualTo("card_declined");
    }

    @Test
    void aCancelledAuthorisationHoldsNothingAndCannotBeCaptured() throws Exception {
        var held = world.authorised(1_000);

        var cancelled = world.client().v1().paymentIntents().cancel(held.getId());

        assertThat(cancelled.getStatus()).isEqualTo("canceled");
        assertThat(cancelled.getAmountCapturable()).isZero();
        assertThatThrownBy(() -> world.client().v1().paymentIntents().capture(held.getId()))
                .isInstanceOf(InvalidRequestException.class);
    }

    @Test
    void anAuthorisationNobodyCapturedIsReleasedWhenItsTimeIsOver() throws Exception {
        var held = world.authorised(1_000);

        world.pass(Duration.ofDays(7));

        var lapsed = world.client().v1().paymentIntents().retrieve(held.getId());
        assertThat(lapsed.getStatus()).isEqualTo("canceled");
        assertThat(lapsed.getCancellationReason()).isEqualTo("automatic");
    }

    @Test
    void refundsNeverExceedWhatWasCaptured() throws Exception {
        var held = world.authorised(1_000);
        var refunds = world.client().v1().refunds();
        var all = RefundCreateParams.builder().setPaymentIntent(held.getId());
        assertThatThrownBy(() -> refunds.create(all.build()))
                .isInstanceOf(InvalidRequestException.class);
        world.client().v1().paymentIntents().capture(held.getId());

        assertThat(refunds.create(all.setAmount(600L).build()).getAmount()).isEqualTo(600);
        assertThatThrownBy(() -> refunds.create(all.setAmount(401L).build()))
                .isInstanceOf(InvalidRequestException.class);
        assertThat(refunds.create(all.setAmount(400L).build()).getStatus()).isEqualTo("succeeded");
        assertThatThrownBy(() -> refunds.create(all.setAmount(1L).build()))
                .isInstanceOf(InvalidRequestException.class)
                .hasMessageContaining("already been refunded");
    }

    @Test
    void metadataIsAddedToAndAnEmptyValueTakesAway() throws Exception {
        var held = world.authorised(1_000);
        var intents = world.client().v1().paymentIntents();

        intents.update(
                held.getId(), PaymentIntentUpdateParams.builder().putMetadata("a", "1").build());
        var both =
                intents.update(
                        held.getId(),
                        PaymentIntentUpdateParams.builder().putMetadata("b", "2").build());

        assertThat(both.getMetadata()).containsEntry("a", "1").containsEntry("b", "2");
    }

    @Test
    void lessThanFiftyCentsIsRefused() {
        assertThatThrownBy(() -> world.authorised(49)).hasMessageContaining("at least €0.50");
    }

    @Test
    void sepaDebitCannotBeCapturedManually() {
        var params = World.card(900, TestCard.VISA).addPaymentMethodType("sepa_debit").build();

        assertThatThrownBy(() -> world.client().v1().paymentIntents().create(params))
                .hasMessageContaining("does not support manual capture");
    }

    @Test
    void anUnknownKeyAndALiveKeyAreRefused() {
        assertThatThrownBy(() -> world.client("sk_test_fremd").v1().charges().list())
                .isInstanceOf(AuthenticationException.class);
        assertThatThrownBy(() -> world.client("sk_live_x").v1().charges().list())
                .isInstanceOf(AuthenticationException.class);
    }
}
