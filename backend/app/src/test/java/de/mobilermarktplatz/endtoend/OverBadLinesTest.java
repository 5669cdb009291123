package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.endtoend.Person.Page;
import de.mobilermarktplatz.endtoend.Weather.Trouble;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real tablet and a real backend with every kind of bad line between them. The driver sells on;
 * as soon as the line is good again everything is upstream, once.
 */
@Tag("proof")
class OverBadLinesTest {

    private static final Duration BAD = Duration.ofSeconds(5);
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(60);
    private static final int SALES = 1_000;

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    /** Three lines a sale on average, as a market van sells. */
    private static final int MOST_LINES = 5;

    private List<String> articles = List.of();
    private SplittableRandom random = new SplittableRandom();

    @Test
    void whateverTheLineDoesNothingIsLostDoubledOrStuck() {
        long seed = Long.getLong("lines.seed", System.nanoTime());
        System.out.printf("bad lines: seed %d (replay: -Dlines.seed=%d)%n", seed, seed);
        random = new SplittableRandom(seed);
        try (World world = new World(folder);
                FaultProxy line =
                        new FaultProxy(URI.create(world.url()).getPort(), random.split())) {
            MarketDay day = new MarketDay(world);
            OnTheRoad road = releasedTour(world, day);
            try (TabletOnBoard van = world.tablet("van", line.port())) {
                road.takesATourAlong(van);
                road.loadsAndOpensTheTill(van);
                articles = OnTheRoad.sellables(van);
                for (Weather weather : everyWeather()) {
                    sellsThrough(van, line, weather);
                }
                everyReceiptIsUpstreamOnce(world, van);
                aThousandSalesOverTheEdge(van, line);
                everyReceiptIsUpstreamOnce(world, van);
                van.does("verify");
            }
        }
    }

    private static OnTheRoad releasedTour(World world, MarketDay day) {
        world.itIs(LocalDateTime.parse("2026-11-28T10:00"));
        day.readsWhatTheStartPrints();
        day.aProducerUploadsABadFileAndThenAGoodOne();
        day.aCustomerOrders("Bernd Barzahler", "wagen");
        world.itIs(LocalDateTime.parse("2026-11-30T18:30"));
        day.producersAnswerAndOneCuts();
        day.theDeskPlansAndReleases(MarketDayTest.MARKET_DAY);
        world.itIs(LocalDateTime.parse("2026-12-01T06:00"));
        return new OnTheRoad(world, day);
    }

    private static List<Weather> everyWeather() {
        List<Weather> all = new ArrayList<>();
        Stream.of(Trouble.values())
                .filter(t -> t != Trouble.NONE)
                .map(Weather::of)
                .forEach(all::add);
        all.add(Weather.trickle());
        all.add(Weather.edge());
        return all;
    }

    private void sellsThrough(TabletOnBoard van, FaultProxy line, Weather weather) {
        line.becomes(weather);
        long end = System.nanoTime() + BAD.toNanos();
        int sold = 0;
        while (System.nanoTime() < end) {
            van.does(someSale());
            sold++;
            MarketDay.pause();
        }
        long met = line.met();
        assertThat(met).as("connections that met %s", weather.name()).isPositive();
        line.becomes(Weather.fine());
        double seconds = drained(van);
        assertThat(seconds).as(weather.name()).isLessThan(DRAINED_WITHIN.toSeconds());
        System.out.printf(
                "bad lines: %-18s %d connections met it, %d sales meanwhile, drained %.1f s after%n",
                weather.name(), met, sold, seconds);
    }

    /** The van comes home after a day without a network, and home is the edge of a village. */
    private void aThousandSalesOverTheEdge(TabletOnBoard van, FaultProxy line) {
        line.becomes(Weather.of(Trouble.HALF_OPEN));
        long before = van.asks("status").path("lastSeq").asLong();
        for (int i = 0; i < SALES; i++) {
            van.does(someSale());
        }
        long up = line.bytesUp.get();
        long down = line.bytesDown.get();
        line.becomes(Weather.edge());
        MarketDay.until(() -> status(van), page -> acked(van) > before);
        double first = (System.nanoTime() - line.firstMet()) / 1e9;
        drained(van);
        double all = (System.nanoTime() - line.firstMet()) / 1e9;
        System.out.printf(
                "bad lines: %d sales over 64 kbit/s: from the first connection on, first acknowledgement after %.1f s, all after %.1f s,"
                        + " %d bytes up and %d down with HTTP and without TCP, %.1f a sale%n",
                SALES,
                first,
                all,
                line.bytesUp.get() - up,
                line.bytesDown.get() - down,
                (line.bytesUp.get() - up) / (double) SALES);
        assertThat(all).as("seconds for all").isLessThan(25);
    }

    private String someSale() {
        StringBuilder sale = new StringBuilder("sell");
        int lines = 1 + random.nextInt(MOST_LINES);
        for (int i = 0; i < lines; i++) {
            sale.append(' ').append(articles.get(random.nextInt(articles.size())));
            sale.append(' ').append(1 + random.nextInt(3));
        }
        return sale.append(" cash 50000").toString();
    }

    /** Returns the seconds until nothing was left. */
    private static double drained(TabletOnBoard van) {
        long start = System.nanoTime();
        MarketDay.until(
                () -> {
                    van.asks("sync");
                    return status(van);
                },
                page -> page.body().contains("alles übertragen"));
        return (System.nanoTime() - start) / 1e9;
    }

    private static Page status(TabletOnBoard van) {
        return new Page(URI.create("tablet:status"), 200, van.asks("status").toString());
    }

    private static long acked(TabletOnBoard van) {
        return van.asks("status").path("acked").asLong();
    }

    private static void everyReceiptIsUpstreamOnce(World world, TabletOnBoard van) {
        List<String> shown = van.receipts();
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(world.inTheBooks("SELECT count(*) FROM receipt")).isEqualTo(shown.size());
        assertThat(
                        world.inTheBooks(
                                "SELECT count(*) FROM receipt WHERE op_id IN ('%s')"
                                        .formatted(String.join("','", shown))))
                .isEqualTo(shown.size());
        assertThat(world.inTheBooks("SELECT count(*) FROM quarantine")).isZero();
        assertThat(world.inTheBooks("SELECT max(receipt_no) - count(*) FROM receipt")).isZero();
    }
}
