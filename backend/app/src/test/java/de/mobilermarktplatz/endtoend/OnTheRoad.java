package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.endtoend.MarketDayTest.PlacedOrder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import tools.jackson.databind.JsonNode;

/** What happens on board: two drivers, two tablets, no network. */
final class OnTheRoad {

    private static final List<String> ARTICLES = List.of("B-01", "B-04", "M-101", "M-103", "M-104");

    private final World world;
    private final MarketDay day;

    OnTheRoad(World world, MarketDay day) {
        this.world = world;
        this.day = day;
    }

    void takesATourAlong(TabletOnBoard tablet) {
        tablet.start();
        tablet.does("enrol " + day.enrolmentCode());
        JsonNode tours = tablet.does("tours").path("tours");
        for (JsonNode tour : tours) {
            if (!tour.path("taken").asBoolean()) {
                tablet.does("take " + tour.path("tour").asString());
                return;
            }
        }
        throw new AssertionError("no tour is left for a second tablet: " + tours);
    }

    void loadsAndOpensTheTill(TabletOnBoard tablet) {
        tablet.does("float 10000");
        tablet.does("load all");
    }

    /** Each order is on one of the vans; the other one says so and changes nothing. */
    void handsOver(PlacedOrder card, PlacedOrder cash, List<TabletOnBoard> vans) {
        assertThat(
                        vans.stream()
                                .filter(
                                        van ->
                                                van.asks("handover code " + card.spokenCode())
                                                        .path("ok")
                                                        .asBoolean()))
                .as("exactly one van hands over the order that was paid by card")
                .hasSize(1);
        assertThat(
                        vans.stream()
                                .filter(
                                        van ->
                                                van.asks(
                                                                "handover code "
                                                                        + cash.spokenCode()
                                                                        + " cash 10000")
                                                        .path("ok")
                                                        .asBoolean()))
                .as("exactly one van hands over the order that is paid in cash")
                .hasSize(1);
        assertThat(
                        vans.stream()
                                .filter(
                                        van ->
                                                van.asks("handover code " + card.spokenCode())
                                                        .path("ok")
                                                        .asBoolean()))
                .as("nobody hands an order over twice")
                .isEmpty();
    }

    /**
     * One sale on the customer's card stays, another is taken back.
     *
     * @return cents of the one that stays
     */
    long sellsOnAccount(TabletOnBoard tablet, String permit) {
        String article = sellable(tablet);
        tablet.does("scan " + article + " 1");
        JsonNode forged = tablet.asks("pay account " + permit.replace('A', 'B'));
        assertThat(forged.path("ok").asBoolean()).as("a forged code: %s", forged).isFalse();
        JsonNode sold = tablet.does("pay account " + permit);
        assertThat(sold.toString()).contains("Kundenkonto");
        tablet.does("scan " + article + " 1");
        JsonNode wrong = tablet.does("pay account " + permit);
        tablet.does("void " + wrong.path("receiptNo").asLong());
        return sold.path("totalCents").asLong();
    }

    void sellsForCash(TabletOnBoard tablet) {
        sold(tablet);
        tablet.does("bottle 1 2");
    }

    void sellsForCashAndIsKilledInTheMiddle(TabletOnBoard tablet) {
        sold(tablet);
        tablet.kill();
        tablet.start("--halt-at", "sale.before-commit");
        String article = sellable(tablet);
        tablet.does("scan " + article + " 1");
        tablet.diesAt("pay cash 5000");
        JsonNode found = tablet.start("--halt-at", "sale.after-commit");
        assertThat(found.path("aborted").asBoolean())
                .as("the basket of the killed sale: %s", found)
                .isTrue();
        tablet.diesAt("sell " + article + " 1 cash 5000");
        tablet.start();
        tablet.does("sell " + article + " 1 cash 5000");
        tablet.does("bottle 3 1");
        tablet.does("verify");
    }

    void closesTheDay(TabletOnBoard tablet) {
        tablet.does("unload");
        tablet.does("count closing total 12345");
        tablet.does("close");
    }

    void comesBackIntoTheNetworkAndTheBackendIsKilledInTheUpload(List<TabletOnBoard> vans) {
        AtomicBoolean killed = new AtomicBoolean();
        world.network()
                .after(
                        1_000,
                        () -> {
                            world.killBackend();
                            world.startBackend();
                            killed.set(true);
                        });
        world.network().restore();
        for (TabletOnBoard van : vans) {
            MarketDay.until(
                    () -> {
                        van.asks("sync");
                        return new Person.Page(
                                java.net.URI.create("tablet:status"),
                                200,
                                van.asks("status").toString());
                    },
                    status -> status.body().contains("alles übertragen"));
        }
        assertThat(killed).as("the backend was killed while an upload was on its way").isTrue();
    }

    private void sold(TabletOnBoard tablet) {
        Map<String, Boolean> tried = new LinkedHashMap<>();
        List<String> answers = new ArrayList<>();
        for (String article : ARTICLES) {
            JsonNode answer = tablet.asks("sell " + article + " 1 cash 5000");
            tried.put(article, answer.path("ok").asBoolean());
            answers.add(answer.toString());
        }
        assertThat(tried).as(answers.toString()).containsValue(true);
    }

    private static String sellable(TabletOnBoard tablet) {
        List<String> all = sellables(tablet);
        assertThat(all).as("something to sell on board").isNotEmpty();
        return all.getFirst();
    }

    /** Codes of the articles that this van may sell now. */
    static List<String> sellables(TabletOnBoard tablet) {
        List<String> found = new ArrayList<>();
        for (String article : ARTICLES) {
            if (tablet.asks("scan " + article + " 1").path("ok").asBoolean()) {
                tablet.does("abort");
                found.add(article);
            }
        }
        return found;
    }
}
