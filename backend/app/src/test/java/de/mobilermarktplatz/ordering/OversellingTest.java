package de.mobilermarktplatz.ordering;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** O5: nobody ever sells a piece twice, and nobody who comes too late is shown a broken page. */
@MarktplatzTest
class OversellingTest {

    private final Market market;
    private final TestHttp http;
    private final TestClock clock;

    OversellingTest(TestRegions regions, DatabaseClient db, TestHttp http, TestClock clock) {
        this.market = new Market(regions.create(), db);
        this.http = http;
        this.clock = clock;
    }

    @BeforeEach
    void mondayMorning() {
        clock.set(TestClock.MONDAY_MORNING);
    }

    @Test
    void aThousandParallelBuyersOfTenPiecesBuyExactlyTen() throws Exception {
        OfferId cake = market.piece(market.bakery, "Pflaumenkuchen", 850, 10, 0);
        List<HttpResponse<String>> answers =
                together(
                        IntStream.range(0, 1000)
                                .mapToObj(i -> body("buyer-" + i, cake, 1))
                                .toList());

        assertThat(answers).hasSize(1000);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 201)).hasSize(10);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409)).hasSize(990);
        assertThat(answers.stream().filter(answer -> answer.statusCode() == 409))
                .allSatisfy(
                        answer -> assertThat(answer.body()).contains("sold-out", "Pflaumenkuchen"));
        assertThat(market.free(cake)).isZero();
        assertThat(market.taken(cake)).isEqualTo(10);
        assertThat(market.orders()).isEqualTo(10);
        assertThat(market.facts("OrderPlaced")).isEqualTo(10);
        assertThat(market.freeMillilitres(market.call)).isEqualTo(10_000_000 - 10 * 1000);
    }

    @Test
    void theSameOrderOfTheLastPieceFiveTimesAtOnceIsOneOrder() throws Exception {
        for (int round = 0; round < 10; round++) {
            OfferId last = market.piece(market.farm, "Letzter Kürbis", 400, 1, 0);
            String key = "last-" + round;
            List<HttpResponse<String>> answers =
                    together(IntStream.range(0, 5).mapToObj(i -> body(key, last, 1)).toList());

            assertThat(answers).extracting(HttpResponse::statusCode).containsOnly(201);
            assertThat(answers)
                    .extracting(HttpResponse::body)
                    .containsOnly(answers.getFirst().body());
            assertThat(market.orders()).isEqualTo(round + 1);
            assertThat(market.free(last)).isZero();
            assertThat(market.taken(last)).isEqualTo(1);
        }
        assertThat(market.facts("OrderPlaced")).isEqualTo(10);
    }

    /** Starts all requests at the same moment, each on its own virtual thread. */
    private List<HttpResponse<String>> together(List<HttpRequest> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        try (HttpClient client =
                        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
                ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<HttpResponse<String>>> running = new ArrayList<>();
            for (HttpRequest request : requests) {
                running.add(
                        buyers.submit(
                                () -> {
                                    start.await();
                                    return client.send(
                                            request, HttpResponse.BodyHandlers.ofString());
                                }));
            }
            start.countDown();
            List<HttpResponse<String>> answers = new ArrayList<>();
            for (Future<HttpResponse<String>> one : running) {
                answers.add(one.get());
            }
            return answers;
        }
    }

    private HttpRequest body(String key, OfferId offer, long quantity) {
        String json =
                """
                {"call": "%s", "name": "Erika Muster", "phone": "03471 123456", "payBy": "AT_VAN",
                 "lines": [{"offer": "%s", "quantity": %d}]}
                """
                        .formatted(market.call, offer, quantity);
        return HttpRequest.newBuilder(
                        URI.create(http.url() + "/api/v1/" + market.region.slug() + "/orders"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(json))
                .build();
    }
}
