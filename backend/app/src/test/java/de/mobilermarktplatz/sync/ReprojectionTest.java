package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.contract.journal.UnknownEntry;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.Entries;
import de.mobilermarktplatz.sync.store.WaitingStore;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/** What a newer tablet wrote waits for a newer server, which carries it out once. */
@MarktplatzTest
class ReprojectionTest {

    private static final int LATER_VERSION = EntryCodec.VERSION + 1;

    private final Steps steps;
    private final WaitingStore waiting;
    private final Reprojection today;
    private final DatabaseClient db;
    private final TestClock clock;
    private final Region region;
    private final TestTablet tablet;

    ReprojectionTest(
            Steps steps,
            WaitingStore waiting,
            Reprojection today,
            DatabaseClient db,
            TestRegions regions,
            TestHttp http,
            UuidV7 ids,
            TestClock clock,
            Devices devices) {
        this.steps = steps;
        this.waiting = waiting;
        this.today = today;
        this.db = db;
        this.clock = clock;
        this.region = regions.create();
        this.tablet = new TestTablet(http, region, ids, clock);
        assertThat(tablet.enrol(TestRegions.run(region, devices.newCode(region)))).isEqualTo(200);
    }

    @Test
    void anEntryOfALaterVersionIsCarriedOutOnceTheServerCanReadIt() {
        tablet.writesRaw(ofALaterVersion(1));
        tablet.writesRaw(new byte[] {0x13, 0x37});
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        assertThat(receipts()).isZero();

        run(today);
        assertThat(receipts()).as("the server is still the old one").isZero();

        Reprojection later = new Reprojection(waiting, steps, clock, ReprojectionTest::readsLater);
        run(later);
        run(later);
        assertThat(receipts()).isEqualTo(1);
        assertThat(waits()).as("what nobody can read goes on waiting").isEqualTo(1);
    }

    private void run(Reprojection job) {
        TestRegions.run(region, job.run(region));
    }

    /**
     * An entry as a later version writes it: of its fields only the first four are as they were.
     */
    private static byte[] ofALaterVersion(long seq) {
        return Wire.writeArray(
                List.of(LATER_VERSION, seq, new OpId(new UUID(7, 7)), 1, "later", "fields"));
    }

    private static ReadEntry readsLater(long seq, Bytes raw) {
        ReadEntry read = Entries.read(seq, raw);
        return read instanceof UnknownEntry unknown && unknown.ver() == LATER_VERSION
                ? JournalEntry.of(
                        unknown.seq(),
                        unknown.opId(),
                        0,
                        TestClock.MONDAY_MORNING,
                        1,
                        new BootId(new UUID(1, 1)),
                        0,
                        new CashMovement(1, CashMovementKind.PAY_IN, new Money(500), null))
                : read;
    }

    private long receipts() {
        return number("SELECT count(*) AS n FROM receipt WHERE region_id = :region");
    }

    private long waits() {
        return number(
                "SELECT count(*) AS n FROM waiting_entry WHERE region_id = :region AND understood_at IS NULL");
    }

    private long number(String sql) {
        return TestRegions.run(
                region,
                db.sql(sql)
                        .bind("region", region.id().value())
                        .map(row -> row.get("n", Long.class))
                        .one());
    }
}
