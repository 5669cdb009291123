package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.identity.People;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.Map;
import java.util.Objects;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;

/** A county with a desk and as many tablets as a story wants. */
final class SyncRig {

    final Region region;
    final TestHttp http;
    final TestClock clock;
    final Devices devices;
    private final BeanFactory beans;
    private long receipts;

    SyncRig(BeanFactory beans) {
        this.beans = beans;
        this.http = beans.getBean(TestHttp.class);
        this.clock = beans.getBean(TestClock.class);
        this.devices = beans.getBean(Devices.class);
        clock.set(TestClock.MONDAY_MORNING);
        this.region = beans.getBean(TestRegions.class).create();
    }

    private SyncRig(BeanFactory beans, Region region) {
        this.beans = beans;
        this.http = beans.getBean(TestHttp.class);
        this.clock = beans.getBean(TestClock.class);
        this.devices = beans.getBean(Devices.class);
        this.region = region;
    }

    /** The same in a county that is there already. */
    static SyncRig in(BeanFactory beans, Region region) {
        return new SyncRig(beans, region);
    }

    /** The one tablet beside another. */
    Device besides(DeviceId other) {
        return Objects.requireNonNull(
                TestRegions.run(
                        region,
                        devices.all(region).filter(one -> !one.id().equals(other)).single()));
    }

    TestTablet tablet() {
        TestTablet tablet = stranger();
        assertThat(tablet.enrol(code())).isEqualTo(200);
        return tablet;
    }

    /** One that is no till yet. */
    TestTablet stranger() {
        return new TestTablet(http, region, beans.getBean(UuidV7.class), clock);
    }

    String code() {
        return Objects.requireNonNull(TestRegions.run(region, devices.newCode(region)));
    }

    Browser desk(Role role) {
        String login = role.name().toLowerCase(java.util.Locale.ROOT);
        TestRegions.run(
                region,
                beans.getBean(People.class)
                        .addStaff(region, login, "Anna Beispiel", role, "richtig"));
        Browser browser = new Browser(http, region);
        browser.get("/anmelden");
        browser.post("/anmelden", Map.of("login", login, "password", "richtig"));
        return browser;
    }

    /** Cash into the drawer: the smallest entry with money in it. */
    CashMovement cash(long cents) {
        return new CashMovement(++receipts, CashMovementKind.PAY_IN, Money.cents(cents), null);
    }

    long cashInTheBooks() {
        return number(
                "SELECT coalesce(sum(amount_cents), 0)::bigint FROM receipt_payment WHERE region_id = :region");
    }

    long count(String table) {
        return number("SELECT count(*) FROM " + table + " WHERE region_id = :region");
    }

    boolean booksAreIntact() {
        return Boolean.TRUE.equals(
                TestRegions.run(
                        region,
                        beans.getBean(BookCheck.class)
                                .verify(region)
                                .all(BookCheck.Verdict::intact)));
    }

    /** As a server does that was restored from a backup older than this key. */
    void forgets(Bytes key) {
        TestRegions.run(
                region,
                beans.getBean(DatabaseClient.class)
                        .sql(
                                "DELETE FROM device_key WHERE region_id = :region AND public_key = :key")
                        .bind("region", region.id().value())
                        .bind("key", key.toArray())
                        .then());
    }

    private long number(String sql) {
        return Objects.requireNonNull(
                TestRegions.run(
                        region,
                        beans.getBean(DatabaseClient.class)
                                .sql(sql)
                                .bind("region", region.id().value())
                                .map(row -> row.get(0, Long.class))
                                .one()));
    }
}
