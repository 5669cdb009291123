package de.mobilermarktplatz.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The second wall: what the application's role can do when a statement forgets its region. */
@MarktplatzTest
class RegionWallTest {

    private static final String INSERT =
            "INSERT INTO job_lease (region_id, job, next_at) VALUES (?, ?, ?)";
    private static final OffsetDateTime TIME = OffsetDateTime.parse("2026-11-23T08:00:00Z");

    /** Whoever takes one of these out of the append-only books decides that in public. */
    private static final Set<String> BOOKS =
            Set.of(
                    "receipt",
                    "receipt_line",
                    "receipt_payment",
                    "receipt_tax",
                    "cash_count",
                    "closing",
                    "stock_move",
                    "payment_entry",
                    "inbox",
                    "quarantine",
                    "producer_request",
                    "request_line",
                    "request_answer",
                    "request_answer_line");

    private final DatabaseAddress address;
    private final TestRegions regions;
    private Region own;
    private Region other;

    RegionWallTest(DatabaseAddress address, TestRegions regions) {
        this.address = address;
        this.regions = regions;
    }

    @BeforeEach
    void aRowInEachOfTwoRegions() throws SQLException {
        own = regions.create();
        other = regions.create();
        for (var region : Set.of(own, other)) {
            try (var connection = AppRole.in(address, region)) {
                AppRole.write(connection, INSERT, region.id().value(), "plan", TIME);
            }
        }
    }

    @Test
    void onlyTheOwnRegionsRowsAreSeen() throws SQLException {
        try (var connection = AppRole.in(address, own)) {
            assertThat(AppRole.read(connection, "SELECT region_id FROM job_lease"))
                    .containsExactly(own.id().toString());
        }
    }

    @Test
    void anotherRegionsRowsCannotBeWrittenChangedOrDeleted() throws SQLException {
        try (var connection = AppRole.in(address, own)) {
            assertForbidden(
                    () -> AppRole.write(connection, INSERT, other.id().value(), "forged", TIME));
            assertForbidden(
                    () ->
                            AppRole.write(
                                    connection,
                                    "UPDATE job_lease SET region_id = ?",
                                    other.id().value()));
            assertThat(
                            AppRole.write(
                                    connection,
                                    "UPDATE job_lease SET job = 'x' WHERE region_id = ?",
                                    other.id().value()))
                    .isZero();
            assertThat(
                            AppRole.write(
                                    connection,
                                    "DELETE FROM job_lease WHERE region_id = ?",
                                    other.id().value()))
                    .isZero();
        }
        try (var connection = AppRole.in(address, other)) {
            assertThat(AppRole.read(connection, "SELECT job FROM job_lease"))
                    .containsExactly("plan");
        }
    }

    @Test
    void aConnectionOfNoRegionSeesAndWritesNothing() throws SQLException {
        try (var connection = AppRole.ofNoRegion(address)) {
            assertThat(AppRole.read(connection, "SELECT job FROM job_lease")).isEmpty();
            assertForbidden(
                    () -> AppRole.write(connection, INSERT, own.id().value(), "forged", TIME));
        }
    }

    @Test
    void theListOfRegionsIsReadOnly() throws SQLException {
        try (var connection = AppRole.in(address, own)) {
            assertForbidden(() -> AppRole.write(connection, "UPDATE region SET name = 'x'"));
            assertForbidden(() -> AppRole.write(connection, "DELETE FROM region"));
        }
    }

    @Test
    void rowLevelSecurityCannotBeSwitchedOff() throws SQLException {
        try (var connection = AppRole.in(address, own)) {
            assertForbidden(
                    () ->
                            AppRole.write(
                                    connection,
                                    "ALTER TABLE job_lease DISABLE ROW LEVEL SECURITY"));
            assertForbidden(() -> AppRole.write(connection, "DROP POLICY own_region ON job_lease"));
            AppRole.write(connection, "SET row_security = off");
            assertForbidden(() -> AppRole.read(connection, "SELECT job FROM job_lease"));
        }
    }

    @Test
    void theBooksCanOnlyBeAddedTo() throws Exception {
        var books = appendOnlyTables();
        assertThat(books).containsAll(BOOKS);
        try (var connection = AppRole.in(address, own)) {
            for (var book : books) {
                assertNothingButInsert(connection, book);
            }
        }
    }

    private static void assertNothingButInsert(Connection connection, String book)
            throws SQLException {
        assertForbidden(
                () -> AppRole.write(connection, "UPDATE " + book + " SET region_id = region_id"));
        assertForbidden(() -> AppRole.write(connection, "DELETE FROM " + book));
        assertForbidden(() -> AppRole.write(connection, "TRUNCATE " + book));
        assertThat(
                        AppRole.read(
                                connection,
                                "SELECT has_any_column_privilege('" + book + "', 'UPDATE')"))
                .as("a single column of %s", book)
                .containsExactly("f");
    }

    private static Set<String> appendOnlyTables() throws Exception {
        var call = Pattern.compile("CALL protect_append_only\\('(\\w+)'\\)");
        var books = new TreeSet<String>();
        for (var file :
                new PathMatchingResourcePatternResolver()
                        .getResources("classpath:db/migration/**/*.sql")) {
            call.matcher(file.getContentAsString(StandardCharsets.UTF_8))
                    .results()
                    .forEach(found -> books.add(found.group(1)));
        }
        return books;
    }

    /** 42501 is "insufficient privilege", row-level security included. */
    private static void assertForbidden(ThrowingCallable statement) {
        assertThatThrownBy(statement)
                .isInstanceOfSatisfying(
                        SQLException.class, e -> assertThat(e.getSQLState()).isEqualTo("42501"));
    }
}
