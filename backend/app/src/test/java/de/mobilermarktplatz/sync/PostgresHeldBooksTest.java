package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.sync.store.QuarantineStore;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** PostgreSQL keeps the contract that the simulated database keeps too. */
@MarktplatzTest
class PostgresHeldBooksTest extends HeldBooksContract {

    private final PostgresHeldBooks.Story story;

    PostgresHeldBooksTest(
            TestRegions regions,
            TestHttp http,
            TestClock clock,
            DatabaseClient db,
            UuidV7 ids,
            Devices devices,
            Orders orders,
            OrderLines lines,
            Views views,
            Writes writes,
            QuarantineStore quarantine,
            TransactionalOperator tx) {
        this.story =
                new PostgresHeldBooks.Story(
                        regions,
                        http,
                        clock,
                        db,
                        ids,
                        devices,
                        orders,
                        lines,
                        views,
                        writes,
                        quarantine,
                        tx);
    }

    @Override
    protected HeldBooks books() {
        return new PostgresHeldBooks(story);
    }
}
