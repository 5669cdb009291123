package de.mobilermarktplatz.sample;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.Regions;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import de.mobilermarktplatz.sync.BookCheck;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.TourState;
import de.mobilermarktplatz.touring.Tours;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A start that ends in the middle of loading, again and again: the next one goes on. */
@MarktplatzTest
@Tag("proof")
class InterruptedLoadTest {

    private static final LocalDate FINISHED = LocalDate.of(2026, 11, 19);

    @TempDir Path disk;

    private final SampleCounty county;
    private final UnderConstruction building;
    private final Regions regions;
    private final Orders orders;
    private final Tours tours;
    private final BookCheck books;
    private final TestClock clock;

    InterruptedLoadTest(
            SampleCounty county,
            UnderConstruction building,
            Regions regions,
            Orders orders,
            Tours tours,
            BookCheck books,
            TestClock clock) {
        this.county = county;
        this.building = building;
        this.regions = regions;
        this.orders = orders;
        this.tours = tours;
        this.books = books;
        this.clock = clock;
    }

    @Test
    void whateverHappenedAlreadyDoesNotHappenTwice() throws Exception {
        clock.set(TestClock.MONDAY_MORNING);
        CountyFolder folder = new CountyFolder(smallCountyWithAHistory().toString());
        for (String step :
                List.of(
                        "Erzeuger und ihre Artikel",
                        "Bestellungen",
                        "Die Leitstelle plant und gibt frei",
                        "Ein ganzer Markttag an Bord",
                        "Bestellungen der Tage danach")) {
            endsIn(folder, step);
            assertThat(clock.instant()).isEqualTo(TestClock.MONDAY_MORNING);
        }
        clock.advance(Duration.ofHours(20));
        Region region = county.load(folder).block();

        assertThat(regions.bySlug("neukreis").block()).isEqualTo(region);
        assertThat(TestRegions.run(region, orders.ofDay(region, FINISHED).collectList()))
                .hasSize(12);
        assertThat(TestRegions.run(region, tours.ofDay(region, FINISHED).collectList()))
                .isNotEmpty()
                .allMatch(tour -> tour.state() == TourState.CLOSED);
        assertThat(TestRegions.run(region, books.verify(region).collectList()))
                .isNotEmpty()
                .allMatch(BookCheck.Verdict::intact);
    }

    private void endsIn(CountyFolder folder, String step) {
        Mono<Void> there =
                Flux.interval(Duration.ofMillis(2))
                        .filter(
                                tick ->
                                        building.of(folder.slug())
                                                .filter(now -> now.what().equals(step))
                                                .isPresent())
                        .next()
                        .delayElement(Duration.ofMillis(15))
                        .then();
        var _ = county.load(folder).takeUntilOther(there).block();
    }

    /** Eight stops would do; what counts is that there is something to do twice. */
    private Path smallCountyWithAHistory() throws IOException, URISyntaxException {
        Path small = Path.of(InterruptedLoadTest.class.getResource("/sample/wipperkreis").toURI());
        Path copy = disk.resolve("neukreis");
        try (Stream<Path> files = Files.walk(small)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(small.relativize(file).toString()));
            }
        }
        Files.writeString(copy.resolve("people.csv"), "first;last\nErika;Beispiel\nHans;Probe\n");
        Files.writeString(
                copy.resolve("county.properties"),
                "\norders.finished=12\norders.planned=8\norders.ahead=4\ndays.ahead=1\n",
                StandardOpenOption.APPEND);
        return copy;
    }
}
