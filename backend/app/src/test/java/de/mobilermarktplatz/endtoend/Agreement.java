package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.endtoend.MarketDayTest.PlacedOrder;
import de.mobilermarktplatz.endtoend.Person.Page;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What must be the same on both sides when everything is upstream: pieces, cents, receipts, chains.
 */
final class Agreement {

    private final World world;
    private final MarketDay day;

    Agreement(World world, MarketDay day) {
        this.world = world;
        this.day = day;
    }

    void holds(PlacedOrder card, long onAccount, List<TabletOnBoard> vans) {
        everyShownReceiptIsUpstreamOnce(vans);
        cashAgrees(vans);
        stockBalances();
        whatWasDeliveredIsCaptured(card, onAccount);
        theChainsAreWhole(vans);
        theDeskSeesTheDayReconciled();
    }

    private void everyShownReceiptIsUpstreamOnce(List<TabletOnBoard> vans) {
        List<String> shown = vans.stream().flatMap(van -> van.receipts().stream()).toList();
        assertThat(shown).hasSizeGreaterThan(12).doesNotHaveDuplicates();
        for (String operation : shown) {
            assertThat(
                            world.inTheBooks(
                                    "SELECT count(*) FROM receipt WHERE op_id = '"
                                            + operation
                                            + "'"))
                    .as("receipt of operation %s upstream", operation)
                    .isEqualTo(1);
        }
        assertThat(world.inTheBooks("SELECT count(*) FROM receipt")).isEqualTo(shown.size());
        assertThat(
                        world.inTheBooks(
                                "SELECT count(*) FROM (SELECT 1 FROM receipt GROUP BY device_id, receipt_no HAVING count(*) > 1) d"))
                .as("receipt numbers used twice")
                .isZero();
        assertThat(
                        world.inTheBooks(
                                "SELECT coalesce(sum(max - min + 1 - n), 0) FROM (SELECT max(receipt_no), min(receipt_no), count(*) AS n FROM receipt GROUP BY device_id) g"))
                .as("gaps in the receipt numbers")
                .isZero();
    }

    private void cashAgrees(List<TabletOnBoard> vans) {
        assertThat(world.inTheBooks("SELECT count(*) FROM closing WHERE z_number = 1"))
                .isEqualTo(vans.size());
        assertThat(world.inTheBooks("SELECT sum(counted_cents) FROM closing"))
                .isEqualTo(12_345L * vans.size());
        assertThat(
                        world.inTheBooks(
                                "SELECT sum(expected_cents + difference_cents - counted_cents) FROM closing"))
                .isZero();
        assertThat(
                        world.inTheBooks(
                                "SELECT sum(amount_cents) FROM receipt_payment WHERE kind = 'CASH'"))
                .as("all cash that was booked is the cash that was counted")
                .isEqualTo(12_345L * vans.size());
    }

    private void stockBalances() {
        assertThat(world.inTheBooks("SELECT count(*) FROM stock_move WHERE kind = 'LOAD'"))
                .isPositive();
        assertThat(
                        world.inTheBooks(
                                "SELECT count(*) FROM (SELECT sum(amount) AS left_over FROM stock_move GROUP BY tour_id, product_id) s WHERE left_over < 0"))
                .as("more left the van than came aboard")
                .isZero();
        assertThat(world.inTheBooks("SELECT count(*) FROM exception_case"))
                .as("office cases")
                .isZero();
    }

    private void whatWasDeliveredIsCaptured(PlacedOrder card, long onAccount) {
        long delivered =
                world.inTheBooks(
                        "SELECT sum(l.delivered_cents + l.deposit_each_cents * l.delivered) FROM order_line l JOIN orders o USING (region_id, order_id) WHERE o.spoken_code = '"
                                + card.spokenCode()
                                + "'");
        assertThat(delivered).isPositive();
        MarketDay.until(
                () -> new Page(URI.create("stripe:captured"), 200, Long.toString(captured())),
                page -> page.body().equals(Long.toString(delivered + onAccount)));
    }

    /** Net of what was given back. */
    private long captured() {
        return sum("payment_intents", "amount_received") - sum("refunds", "amount");
    }

    private long sum(String list, String field) {
        HttpRequest request =
                HttpRequest.newBuilder(URI.create(world.stripeUrl() + "/v1/" + list + "?limit=100"))
                        .header("Authorization", "Bearer sk_test_" + World.REGION)
                        .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            JsonNode all =
                    new JsonMapper()
                            .readTree(
                                    client.send(request, HttpResponse.BodyHandlers.ofString())
                                            .body());
            long sum = 0;
            for (JsonNode one : all.path("data")) {
                sum += one.path(field).asLong();
            }
            return sum;
        } catch (java.io.IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void theChainsAreWhole(List<TabletOnBoard> vans) {
        vans.forEach(van -> van.does("verify"));
        Person desk = day.desk();
        Page check = desk.opens(world.shop() + "/leitstelle/pruefung");
        assertThat(check.body()).contains("Kette unversehrt").doesNotContain("Kette gerissen");
        assertThat(check.body().split("Kette unversehrt", -1)).hasSize(vans.size() + 1);
    }

    private void theDeskSeesTheDayReconciled() {
        Page books =
                day.desk()
                        .opens(world.shop() + "/leitstelle/abrechnung/" + MarketDayTest.MARKET_DAY);
        assertThat(books.status()).isEqualTo(200);
        assertThat(books.plain()).contains("stimmt");
    }
}
