package de.mobilermarktplatz.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.database.DatabaseAddress;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The bench counts honestly: what it says was ordered stands in the database, line by line. */
@MarktplatzTest
class OrderBenchTest {

    private final TestHttp http;
    private final TestClock clock;
    private final DatabaseAddress database;

    OrderBenchTest(TestHttp http, TestClock clock, DatabaseAddress database) {
        this.http = http;
        this.clock = clock;
        this.database = database;
    }

    @Test
    void everyAnsweredOrderStandsInTheDatabase() throws Exception {
        clock.set(TestClock.MONDAY_MORNING);
        try (Connection owner =
                DriverManager.getConnection(
                        database.jdbcUrl(), database.owner().user(), database.owner().password())) {
            BusyCounty county =
                    BusyCounty.fill(
                            owner,
                            "messkreis",
                            clock.instant().atZone(ZoneOffset.UTC).toLocalDate(),
                            7);
            Books books = new Books(owner, county.id());

            Crowd.Done requests = crowd(county, ApiBuyer::new);
            assertThat(requests.errors()).as(requests.firstError()).isZero();
            assertThat(requests.measured()).isNotEmpty().isSorted();
            assertThat(books.orders()).isEqualTo(requests.placed());

            Crowd.Done whole = crowd(county, BrowserBuyer::new);
            assertThat(whole.errors()).as(whole.firstError()).isZero();
            assertThat(whole.placed()).isPositive();
            assertThat(books.orders()).isEqualTo(requests.placed() + whole.placed());
            assertThat(books.halfOrders()).isZero();
            assertThat(books.wrongStock()).isZero();
        }
    }

    @Test
    void anOptionThatDoesNotExistIsNamed() {
        assertThat(BenchOptions.of("--seconds=3", "--clients=2,4").clients()).containsExactly(2, 4);
        assertThatThrownBy(() -> BenchOptions.of("--second=3")).hasMessageContaining("--second");
    }

    private Crowd.Done crowd(BusyCounty county, Buyer.Kind kind) throws Exception {
        return new Crowd(URI.create(http.url()), county)
                .order(kind, 2, 7, Duration.ZERO, () -> TimeUnit.SECONDS.sleep(1));
    }
}
