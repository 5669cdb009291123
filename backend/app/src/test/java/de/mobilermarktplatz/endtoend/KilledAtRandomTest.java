package de.mobilermarktplatz.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.endtoend.Person.Page;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two real tablets sell and send to a real backend with its PostgreSQL while, at random moments,
 * one of them all is killed, a clock jumps, or the server's disk is replaced by a copy of an hour
 * ago. When that ends everything is upstream, once, and nobody had to do anything for it.
 */
@Tag("proof")
class KilledAtRandomTest {

    private static final List<Duration> JUMPS =
            List.of(
                    Duration.ofDays(-400),
                    Duration.ofHours(-2),
                    Duration.ofHours(3),
                    Duration.ofDays(40));
    private static final Duration DRAINED_WITHIN = Duration.ofSeconds(90);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    Path folder;

    private final Map<Blow, Integer> struck = new EnumMap<>(Blow.class);
    private SplittableRandom random = new SplittableRandom();

    private enum Blow {
        TABLET,
        BACKEND,
        DATABASE_PROCESS,
        TABLET_CLOCK,
        AN_OLDER_DISK
    }

    @Test
    void whoeverDiesWheneverNothingIsLostDoubledOrStuck() throws IOException {
        long seed = Long.getLong("kills.seed", System.nanoTime());
        System.out.printf("killed at random: seed %d (replay: -Dkills.seed=%d)%n", seed, seed);
        random = new SplittableRandom(seed);
        try (World world = new World(folder, null)) {
            MarketDay day = new MarketDay(world);
            OnTheRoad road = releasedTour(world, day);
            try (TabletOnBoard first = world.tablet("van-1");
                    TabletOnBoard second = world.tablet("van-2")) {
                List<TabletOnBoard> vans = List.of(first, second);
                for (TabletOnBoard van : vans) {
                    road.takesATourAlong(van);
                    road.loadsAndOpensTheTill(van);
                }
                strikesWhileTheySell(world, vans, OnTheRoad.sellables(first));
                long began = System.nanoTime();
                vans.forEach(KilledAtRandomTest::drained);
                double seconds = (System.nanoTime() - began) / 1e9;
                System.out.printf("killed at random: %s, drained after %.1f s%n", struck, seconds);
                assertThat(seconds).isLessThan(DRAINED_WITHIN.toSeconds());
                assertThat(struck).as("blows of every kind").containsOnlyKeys(Blow.values());
                everyReceiptIsUpstreamOnce(world, vans);
                vans.forEach(van -> van.does("verify"));
                theBooksAreWhole(world, day, vans);
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

    private void strikesWhileTheySell(World world, List<TabletOnBoard> vans, List<String> articles)
            throws IOException {
        List<ADriver> drivers = new ArrayList<>();
        for (int i = 0; i < vans.size(); i++) {
            drivers.add(new ADriver("driver-" + i, vans.get(i), articles, random.split()));
        }
        Path older = copyOfTheDisk(world);
        for (Blow blow : blows()) {
            rest(1_000 + random.nextInt(3_000));
            strike(blow, world, vans.get(random.nextInt(vans.size())), older);
        }
        drivers.forEach(ADriver::close);
        for (ADriver driver : drivers) {
            System.out.printf(
                    "killed at random: %d sales, the tablet went out %d times%n",
                    driver.sold(), driver.startedAgain());
            assertThat(driver.sold()).isPositive();
        }
    }

    /** Every kind, the likely ones more often, in a random order. */
    private List<Blow> blows() {
        int times = Integer.getInteger("kills.times", 3);
        List<Blow> all = new ArrayList<>();
        all.addAll(Collections.nCopies(2 * times, Blow.TABLET));
        all.addAll(Collections.nCopies(times, Blow.BACKEND));
        all.addAll(Collections.nCopies(2 * times, Blow.DATABASE_PROCESS));
        all.addAll(Collections.nCopies(times, Blow.TABLET_CLOCK));
        all.add(Blow.AN_OLDER_DISK);
        Collections.shuffle(all, java.util.Random.from(random));
        return all;
    }

    private void strike(Blow blow, World world, TabletOnBoard van, Path older) throws IOException {
        switch (blow) {
            case TABLET -> van.kill();
            case BACKEND -> {
                world.killBackend();
                world.startBackend();
            }
            case DATABASE_PROCESS -> killsADatabaseProcess(world);
            case TABLET_CLOCK -> {
                van.clockBecomes(world.offset().plus(JUMPS.get(random.nextInt(JUMPS.size()))));
                van.kill();
            }
            case AN_OLDER_DISK -> {
                answers(world);
                world.stopBackend();
                copy(older, world.data());
                world.startBackend();
            }
        }
        struck.merge(blow, 1, Integer::sum);
    }

    /** The server may just be starting: then as soon as it serves anybody. */
    private void killsADatabaseProcess(World world) {
        for (int tries = 0; tries < 200; tries++) {
            if (world.killsADatabaseProcess(random)) {
                return;
            }
            MarketDay.pause();
        }
        throw new AssertionError("the database did not serve anybody for a long time");
    }

    /** What an administrator keeps: the whole data folder of a backend that stands still. */
    private Path copyOfTheDisk(World world) throws IOException {
        world.stopBackend();
        Path copy = folder.resolve("an hour ago");
        copy(world.data(), copy);
        world.startBackend();
        return copy;
    }

    /** A server that has just been started ends in order only when it is up. */
    private static void answers(World world) {
        MarketDay.until(
                () -> new Person().opens(world.shop() + "/anmelden"), page -> page.status() == 200);
    }

    /** The target is as the source afterwards: what only the target had is gone. */
    private static void copy(Path from, Path to) throws IOException {
        if (Files.exists(to)) {
            try (Stream<Path> old = Files.walk(to)) {
                for (Path path : old.sorted(Collections.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        try {
            int exit =
                    new ProcessBuilder("cp", "-a", from.toString(), to.toString())
                            .inheritIO()
                            .start()
                            .waitFor();
            assertThat(exit).isZero();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void rest(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static void drained(TabletOnBoard van) {
        MarketDay.until(
                () -> {
                    van.asks("sync");
                    return new Page(
                            URI.create("tablet:status"), 200, van.asks("status").toString());
                },
                page -> page.body().contains("alles übertragen"));
    }

    private static void everyReceiptIsUpstreamOnce(World world, List<TabletOnBoard> vans) {
        List<String> shown = vans.stream().flatMap(van -> van.receipts().stream()).toList();
        assertThat(shown).doesNotHaveDuplicates();
        assertThat(
                        world.inTheBooks(
                                "SELECT count(*) FROM receipt WHERE op_id IN ('%s')"
                                        .formatted(String.join("','", shown))))
                .as("receipts that people hold and the books know, of %d", shown.size())
                .isEqualTo(shown.size());
        assertThat(world.inTheBooks("SELECT count(*) FROM receipt")).isEqualTo(shown.size());
        assertThat(world.inTheBooks("SELECT count(*) FROM quarantine")).isZero();
        assertThat(
                        world.inTheBooks(
                                "SELECT coalesce(sum(last - n), 0) FROM (SELECT max(receipt_no) AS last, count(*) AS n"
                                        + " FROM receipt GROUP BY device_id) g"))
                .as("gaps in the receipt numbers")
                .isZero();
    }

    private static void theBooksAreWhole(World world, MarketDay day, List<TabletOnBoard> vans) {
        Page check = day.desk().opens(world.shop() + "/leitstelle/pruefung");
        assertThat(check.body()).doesNotContain("Kette gerissen");
        assertThat(check.body().split("Kette unversehrt", -1)).hasSize(vans.size() + 1);
    }
}
