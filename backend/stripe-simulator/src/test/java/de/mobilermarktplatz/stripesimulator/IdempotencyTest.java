package de.mobilermarktplatz.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.exception.ApiConnectionException;
import com.stripe.exception.ApiException;
import com.stripe.exception.CardException;
import com.stripe.exception.IdempotencyException;
import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentCancelParams;
import com.stripe.param.PaymentIntentListParams;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class IdempotencyTest {

    private final World world = new World();

    @AfterEach
    void end() {
        world.close();
    }

    @Test
    void theSameKeyGivesTheSameIntentForADay() throws Exception {
        var first = create("pi:1", 500);
        world.pass(Duration.ofHours(23));

        var second = create("pi:1", 500);

        assertThat(second.getId()).isEqualTo(first.getId());
        assertThat(second.getLastResponse().headers().firstValue("Idempotent-Replayed"))
                .hasValue("true");
        assertThat(second.getLastResponse().headers().firstValue("Original-Request"))
                .hasValue(first.getLastResponse().requestId());
    }

    @Test
    void afterADayTheKeyIsForgottenAndABlindRetryWouldPayTwice() throws Exception {
        var first = create("pi:1", 500);
        world.pass(Duration.ofHours(24));

        assertThat(create("pi:1", 500).getId()).isNotEqualTo(first.getId());
    }

    @Test
    void theSameKeyWithOtherParametersIsAnError() throws Exception {
        create("pi:1", 500);

        assertThatThrownBy(() -> create("pi:1", 501))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("same parameters");
    }

    @Test
    void theSameKeyOnAnotherPathIsAnError() throws Exception {
        var intent = create("pi:1", 500);

        assertThatThrownBy(
                        () ->
                                world.client()
                                        .v1()
                                        .paymentIntents()
                                        .cancel(
                                                intent.getId(),
                                                PaymentIntentCancelParams.builder().build(),
                                                key("pi:1")))
                .isInstanceOf(IdempotencyException.class)
                .hasMessageContaining("same endpoint");
    }

    @Test
    void aDeclineIsKeptUnderItsKeyToo() throws Exception {
        var params = World.card(900, TestCard.DECLINED).build();
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(
                            () -> world.client().v1().paymentIntents().create(params, key("pi:2")))
                    .isInstanceOf(CardException.class);
        }

        assertThat(all()).hasSize(1);
    }

    @Test
    void aRequestThatFailedValidationMayBeRepairedUnderTheSameKey() throws Exception {
        assertThatThrownBy(() -> create("pi:3", 10)).hasMessageContaining("at least");

        assertThat(create("pi:3", 1_000).getAmount()).isEqualTo(1_000);
    }

    @Test
    void tenCallersWithOneKeyMakeOneIntent() throws Exception {
        var calls = new ArrayList<Callable<String>>();
        for (int i = 0; i < 10; i++) {
            calls.add(() -> create("pi:4", 700).getId());
        }
        var ids = new ArrayList<String>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var id : threads.invokeAll(calls)) {
                ids.add(id.get());
            }
        }

        assertThat(ids).hasSize(10).containsOnly(ids.getFirst());
    }

    @Test
    void anAnswerThatGotLostIsFoundAgainByItsKey() throws Exception {
        world.control("welt/answers", "mode=dropped&path=POST /v1/payment_intents");
        assertThatThrownBy(() -> create("pi:5", 700)).isInstanceOf(ApiConnectionException.class);

        var found = create("pi:5", 700);

        assertThat(all()).singleElement().extracting(PaymentIntent::getId).isEqualTo(found.getId());
    }

    @Test
    void anUnavailableStripeHasDoneNothing() throws Exception {
        world.control("welt/answers", "mode=unavailable");
        assertThatThrownBy(() -> create("pi:6", 700)).isInstanceOf(ApiException.class);

        assertThat(all()).isEmpty();
    }

    private PaymentIntent create(String key, long cents) throws Exception {
        return world.client()
                .v1()
                .paymentIntents()
                .create(World.card(cents, TestCard.VISA).build(), key(key));
    }

    private List<PaymentIntent> all() throws Exception {
        return world.client()
                .v1()
                .paymentIntents()
                .list(PaymentIntentListParams.builder().build())
                .getData();
    }

    private static RequestOptions key(String key) {
        return RequestOptions.builder().setIdempotencyKey(key).build();
    }
}
