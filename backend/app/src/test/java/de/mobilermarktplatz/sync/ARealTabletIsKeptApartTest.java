package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.tablet.Options;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.BeanFactory;

/** What a revoked or copied tablet sold reaches the desk whole, and counts once when released. */
@MarktplatzTest
class ARealTabletIsKeptApartTest {

    private static final String PAGE = "/leitstelle/zurueckgehalten";
    private static final Pattern RELEASE =
            Pattern.compile("zurueckgehalten/([0-9a-f-]{36})/freigeben");

    private final BeanFactory beans;
    private final TestHttp http;
    private final List<Tablet> tablets = new ArrayList<>();
    private SyncRig rig;
    private ATourOnItsWay way;
    private Browser desk;
    @TempDir private Path data;
    @TempDir private Path copy;

    ARealTabletIsKeptApartTest(BeanFactory beans, TestHttp http) {
        this.beans = beans;
        this.http = http;
    }

    @BeforeEach
    void aDesk() {
        way = new ATourOnItsWay(beans);
        rig = SyncRig.in(beans, way.region);
        desk = rig.desk(Role.DISPATCHER);
    }

    @AfterEach
    void close() {
        tablets.forEach(Tablet::close);
    }

    @Test
    void aRevokedTabletDeliversAllItsSalesAndHearsWhenTheyAreReleased() {
        Tablet tablet = onTour();
        takesCash(tablet, 3);
        assertThat(tablet.syncNow().ok()).isTrue();
        long before = rig.cashInTheBooks();
        assertThat(before).isEqualTo(300);

        Device device = rig.besides(way.tablet.enrolment().device());
        TestRegions.run(way.region, rig.devices.revoke(way.region, device.id()));
        for (int batch = 0; batch < 4; batch++) {
            takesCash(tablet, 2);
            assertThat(tablet.syncNow().ok()).isFalse();
        }
        assertThat(rig.count("quarantine")).isGreaterThanOrEqualTo(4);
        assertThat(rig.cashInTheBooks()).isEqualTo(before);
        assertThat(String.valueOf(tablet.status().values().get("words")))
                .contains("hält die Einträge");

        assertThat(releasedAll()).isGreaterThanOrEqualTo(4);
        assertThat(rig.cashInTheBooks()).isEqualTo(before + 800);
        assertThat(rig.booksAreIntact()).isTrue();
        assertThat(tablet.syncNow().ok()).isTrue();
        assertThat(String.valueOf(tablet.status().values().get("words")))
                .contains("alles übertragen");
    }

    @Test
    void honestSalesBehindAForkAreKeptInTheirChainAndBookedOnce() throws IOException {
        Tablet tablet = onTour();
        takesCash(tablet, 1);
        assertThat(tablet.syncNow().ok()).isTrue();
        tablets.remove(tablet);
        tablet.close();
        copied();
        Tablet first = open(data);
        takesCash(first, 2);
        assertThat(first.syncNow().ok()).isTrue();
        Tablet second = open(copy);
        for (int batch = 0; batch < 3; batch++) {
            takesCash(second, 2);
            assertThat(second.syncNow().ok()).isFalse();
        }
        assertThat(rig.count("quarantine")).isGreaterThanOrEqualTo(3);
        assertThat(rig.cashInTheBooks()).isEqualTo(300);

        assertThat(releasedAll()).isGreaterThanOrEqualTo(3);
        assertThat(rig.cashInTheBooks()).isEqualTo(300 + 600);
        assertThat(rig.booksAreIntact()).isTrue();
        takesCash(first, 1);
        assertThat(first.syncNow().ok()).isTrue();
        assertThat(rig.cashInTheBooks()).isEqualTo(300 + 600 + 100);
    }

    @Test
    void aCopiedTabletGoesOnWithANewJournalThatNamesTheOldOne() throws IOException {
        Tablet tablet = onTour();
        takesCash(tablet, 1);
        assertThat(tablet.syncNow().ok()).isTrue();
        tablets.remove(tablet);
        tablet.close();
        copied();
        Tablet first = open(data);
        takesCash(first, 2);
        assertThat(first.syncNow().ok()).isTrue();
        assertThat(first.enrol(code(), "Wagen 2").ok()).as("it has a journal that works").isFalse();
        Tablet second = open(copy);
        takesCash(second, 3);
        assertThat(second.syncNow().ok()).isFalse();

        Answer anew = second.enrol(code(), "Wagen 2, kopiert");
        assertThat(anew.ok()).as(anew.sentence()).isTrue();
        assertThat(String.join(" ", anew.hints())).contains("Anfangsbestand");
        assertThat(second.aboard()).as("the tour is still aboard").isPresent();
        takesCash(second, 4);
        assertThat(second.syncNow().ok()).isTrue();
        assertThat(rig.count("journal_parent")).isEqualTo(1);
        assertThat(rig.cashInTheBooks()).isEqualTo(300 + 400);

        assertThat(releasedAll()).isPositive();
        assertThat(rig.cashInTheBooks()).isEqualTo(300 + 400 + 300);
        takesCash(first, 1);
        assertThat(first.syncNow().ok()).isTrue();
        tablets.remove(second);
        second.close();
        Tablet again = open(copy);
        takesCash(again, 1);
        assertThat(again.syncNow().ok()).isTrue();
        assertThat(again.verify().ok()).isTrue();
        assertThat(rig.cashInTheBooks()).isEqualTo(300 + 400 + 300 + 200);
        assertThat(rig.booksAreIntact()).isTrue();
    }

    private String code() {
        return Objects.requireNonNull(TestRegions.run(way.region, rig.devices.newCode(way.region)));
    }

    private void copied() throws IOException {
        try (var files = Files.walk(data)) {
            files.filter(Files::isRegularFile)
                    .forEach(
                            file -> {
                                try {
                                    Path to = copy.resolve(data.relativize(file));
                                    Files.createDirectories(Objects.requireNonNull(to.getParent()));
                                    Files.copy(file, to);
                                } catch (IOException e) {
                                    throw new UncheckedIOException(e);
                                }
                            });
        }
    }

    /** Every body that waits, from the oldest on, as a person would. */
    private int releasedAll() {
        int released = 0;
        for (Matcher waiting = waiting(); waiting.find(); waiting = waiting()) {
            assertThat(
                            desk.post(
                                            PAGE + "/" + waiting.group(1) + "/freigeben",
                                            Map.of("grund", "Fahrerin bestätigt"))
                                    .body())
                    .contains("Freigegeben:");
            assertThat(++released).isLessThan(50);
        }
        return released;
    }

    private Matcher waiting() {
        return RELEASE.matcher(desk.get(PAGE).body());
    }

    private static void takesCash(Tablet tablet, int times) {
        for (int i = 0; i < times; i++) {
            assertThat(
                            tablet.perform(
                                            new Command.MoveCash(
                                                    CashMovementKind.PAY_IN, Money.cents(100)))
                                    .ok())
                    .isTrue();
        }
    }

    private Tablet onTour() {
        Tablet tablet = open(data);
        String code = TestRegions.run(way.region, rig.devices.newCode(way.region));
        assertThat(tablet.enrol(Objects.requireNonNull(code), "Wagen 2").ok()).isTrue();
        assertThat(tablet.take(way.tour.id()).ok()).isTrue();
        return tablet;
    }

    private Tablet open(Path folder) {
        Tablet opened =
                Tablet.open(
                        new Options(
                                folder,
                                URI.create(http.url() + "/sync/v1/" + way.region.slug()),
                                Duration.ZERO,
                                Duration.ofMillis(200),
                                null,
                                null,
                                true),
                        rig.clock);
        tablets.add(opened);
        assertThat(opened.start().ok()).isTrue();
        return opened;
    }
}
