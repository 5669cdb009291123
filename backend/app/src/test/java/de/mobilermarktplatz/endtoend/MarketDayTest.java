package de.mobilermarktplatz.endtoend;

import de.mobilermarktplatz.endtoend.Person.Page;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * One market day from the producer's file to the checked books, with real processes: the backend
 * and its PostgreSQL, the Stripe simulator, two tablets, HTTP between them. The network is cut for
 * the whole tour; a tablet is killed in the middle of a sale, the backend in the middle of an
 * upload.
 */
class MarketDayTest {

    static final String MARKET_DAY = "2026-12-01";

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    @Test
    void orderedCollectedPlannedDrivenOfflineSoldAndAgreedToTheCent() {
        long began = System.nanoTime();
        try (World world = new World(folder)) {
            MarketDay day = new MarketDay(world);

            world.itIs(LocalDateTime.parse("2026-11-28T10:00"));
            day.readsWhatTheStartPrints();
            day.aProducerUploadsABadFileAndThenAGoodOne();
            PlacedOrder card = day.aCustomerOrders("Karla Kartenzahlerin", "karte");
            PlacedOrder cash = day.aCustomerOrders("Bernd Barzahler", "wagen");
            log(began, "ordered");

            world.itIs(LocalDateTime.parse("2026-11-30T18:30"));
            day.producersAnswerAndOneCuts();
            day.theCustomerIsToldAndPaysLess(card);
            day.theDeskPlansAndReleases(MARKET_DAY);
            log(began, "planned and released");

            world.itIs(LocalDateTime.parse("2026-12-01T06:00"));
            try (TabletOnBoard first = world.tablet("tablet-1");
                    TabletOnBoard second = world.tablet("tablet-2")) {
                OnTheRoad road = new OnTheRoad(world, day);
                road.takesATourAlong(first);
                road.takesATourAlong(second);
                String permit = day.theCustomersCode(card);
                world.network().cut();
                log(began, "offline");
                List.of(first, second).forEach(road::loadsAndOpensTheTill);
                road.handsOver(card, cash, List.of(first, second));
                long onAccount = road.sellsOnAccount(second, permit);
                road.sellsForCashAndIsKilledInTheMiddle(first);
                road.sellsForCash(second);
                List.of(first, second).forEach(road::closesTheDay);
                log(began, "closed on board");

                road.comesBackIntoTheNetworkAndTheBackendIsKilledInTheUpload(
                        List.of(first, second));
                log(began, "uploaded");
                new Agreement(world, day).holds(card, onAccount, List.of(first, second));
            }
            log(began, "agreed");
        }
    }

    private static void log(long began, String what) {
        System.out.printf(
                "market day: %s after %d s%n", what, (System.nanoTime() - began) / 1_000_000_000);
    }

    /** An order as its customer knows it. */
    record PlacedOrder(String name, Page confirmation, String spokenCode, boolean paidOnline) {}
}
