package de.mobilermarktplatz.stripesimulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.stripe.model.PaymentIntent;
import com.stripe.net.RequestOptions;
import com.stripe.param.PaymentIntentListParams;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RestartTest {

    @TempDir Path folder;

    @Test
    void everythingIsThereAfterARestartEvenWhenTheLastLineWasTorn() throws Exception {
        var file = folder.resolve("stripe.jsonl");
        var options = RequestOptions.builder().setIdempotencyKey("pi:1").build();
        try (var world = new World(file, Config.DEFAULT_API_VERSION)) {
            var params = World.card(1_000, TestCard.VISA).build();
            var held = world.client().v1().paymentIntents().create(params, options);
            var session = world.checkout(2_000);
            Files.writeString(file, "{\"account\":\"welt\",\"obj", StandardOpenOption.APPEND);

            world.restart();

            assertThat(world.client().v1().paymentIntents().create(params, options).getId())
                    .isEqualTo(held.getId());
            var open = world.client().v1().checkout().sessions().retrieve(session.getId());
            assertThat(open.getUrl()).startsWith(world.baseUrl());
            assertThat(world.press(open.getUrl(), "karte=" + TestCard.VISA.number).statusCode())
                    .isEqualTo(303);
            assertThat(world.client().v1().paymentIntents().capture(held.getId()).getStatus())
                    .isEqualTo("succeeded");
        }
    }

    @Test
    void webhooksNobodyTookAreSentAfterTheRestart() throws Exception {
        try (var world = new World(folder.resolve("stripe.jsonl"), Config.DEFAULT_API_VERSION)) {
            world.control("welt/webhooks", "hold=true");
            world.customer();
            assertThat(world.receiver.isQuiet()).isTrue();

            world.restart();

            assertThat(world.receiver.types(1)).containsExactly("customer.created");
        }
    }

    @Test
    void intentsAreListedNewestFirstByTimeAndPage() throws Exception {
        try (var world = new World()) {
            for (int i = 0; i < 5; i++) {
                world.authorised(1_000 + i);
                world.pass(Duration.ofMinutes(1));
            }
            var since =
                    PaymentIntentListParams.Created.builder()
                            .setGte(World.START.plusSeconds(60).getEpochSecond());

            var page =
                    world.client()
                            .v1()
                            .paymentIntents()
                            .list(
                                    PaymentIntentListParams.builder()
                                            .setCreated(since.build())
                                            .setLimit(3L)
                                            .addExpand("data.latest_charge")
                                            .build());

            assertThat(page.getData())
                    .extracting(PaymentIntent::getAmount)
                    .containsExactly(1_004L, 1_003L, 1_002L);
            assertThat(page.getHasMore()).isTrue();
            assertThat(page.getData().getFirst().getLatestChargeObject()).isNotNull();
            assertThat(page.autoPagingIterable()).hasSize(4);
        }
    }

    @Test
    void everyKeyOfAPatternIsItsOwnAccount() throws Exception {
        var config = new Config(0, null, null, "whsec_x", "sk_test_region_*", () -> World.START);

        assertThat(config.accountOf("sk_test_region_salzland")).isEqualTo("salzland");
        assertThat(config.accountOf("sk_test_region_")).isNull();
        assertThat(config.accountOf("sk_test_andere")).isNull();
    }

    @Test
    void theCommandLineSaysWhatItDoesNotKnow() {
        assertThat(Main.config("--port", "0", "--clock-offset", "PT26H").port()).isZero();
        assertThatThrownBy(() -> Main.config("--prot", "1"))
                .hasMessageContaining("--prot")
                .hasMessageContaining("--port");
    }
}
