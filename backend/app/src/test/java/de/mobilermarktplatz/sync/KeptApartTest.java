package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.time.Duration;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.reactive.TransactionalOperator;

/** What a revoked or copied tablet sends counts only when a person says why, and then once. */
@MarktplatzTest
class KeptApartTest {

    private static final String PAGE = "/leitstelle/zurueckgehalten";
    private static final Pattern RELEASE =
            Pattern.compile("zurueckgehalten/([0-9a-f-]{36})/freigeben");

    private final BeanFactory beans;
    private SyncRig rig;
    private TestTablet tablet;
    private Browser desk;

    KeptApartTest(BeanFactory beans) {
        this.beans = beans;
    }

    @BeforeEach
    void aTabletThatTookCashTwice() {
        rig = new SyncRig(beans);
        tablet = rig.tablet();
        tablet.writes(rig.cash(10_000));
        tablet.writes(rig.cash(500));
        desk = rig.desk(Role.DISPATCHER);
    }

    @Test
    void honestSalesOfAStolenTabletCountOnceSomebodySaysWhy() {
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        rig.clock.advance(Duration.ofHours(2));
        tablet.writes(rig.cash(300));
        rig.clock.advance(Duration.ofHours(1));
        stolenSince("2026-11-23T11:30");
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(403);
        assertThat(tablet.uploads(3).statusCode()).isEqualTo(422);
        assertThat(rig.cashInTheBooks()).isEqualTo(10_500);
        assertThat(desk.get(PAGE).body())
                .contains("Das Tablet ist gesperrt.", "1 Einträge ab Nummer 3, darunter 1 Bons")
                .contains("Gestohlen seit Mo., 23. Nov., 11:30 Uhr: 0 Einträge sind von danach.");
        assertThat(release("Vor dem Diebstahl, Fahrerin bestätigt").body())
                .contains("Freigegeben: 1 Einträge, davon 1 neu in den Büchern.")
                .contains("Vor dem Diebstahl, Fahrerin bestätigt");
        assertThat(rig.cashInTheBooks()).isEqualTo(10_800);
        assertThat(rig.booksAreIntact()).isTrue();
        assertThat(desk.get("/leitstelle/probleme").body()).doesNotContain("gesperrtes Tablet");
    }

    @Test
    void releasedTwiceItCountsOnce() {
        stolenSince("2026-11-23T08:00");
        tablet.uploads(1);
        String id = waiting();
        assertThat(decide(id, "Irrtum").body()).contains("davon 2 neu");
        assertThat(decide(id, "Noch einmal").body()).contains("davon 0 neu").contains("Irrtum");
        assertThat(rig.cashInTheBooks()).isEqualTo(10_500);
    }

    @Test
    void whatIsReleasedMakesRoomForMore() {
        stolenSince("2026-11-23T08:00");
        tablet.uploads(1);
        assertThat(waitingBodies()).isEqualTo(1);
        decide(waiting(), "Fahrerin bestätigt");
        assertThat(waitingBodies()).isZero();
    }

    private long waitingBodies() {
        return TestRegions.run(
                rig.region,
                beans.getBean(TransactionalOperator.class)
                        .transactional(
                                beans.getBean(Views.class)
                                        .load(
                                                rig.region,
                                                tablet.enrolment().device(),
                                                tablet.journal,
                                                Needs.NOTHING)
                                        .map(view -> view.held().apart())));
    }

    @Test
    void withoutAReasonNothingIsReleased() {
        stolenSince("2026-11-23T08:00");
        tablet.uploads(1);
        assertThat(decide(waiting(), " ").status()).isEqualTo(400);
        assertThat(rig.cashInTheBooks()).isZero();
    }

    @Test
    void whatIsMissingBeforeItMustComeFirst() {
        stolenSince("2026-11-23T08:00");
        tablet.uploads(2);
        assertThat(decide(waiting(), "Probe").body()).contains("Noch nicht: Davor fehlen Einträge");
        assertThat(rig.count("quarantine_release")).isZero();
    }

    @Test
    void aCopiedTabletsOwnSalesAreAdoptedByTheirOperations() {
        tablet.writes(rig.cash(300));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        tablet.forgetsItsLastEntry();
        tablet.writes(rig.cash(999));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(422);
        assertThat(desk.get(PAGE).body()).contains("Es gibt zwei Fassungen dieses Kassenbuchs");
        assertThat(release("Beide Tablets haben verkauft").body())
                .contains("Freigegeben: 3 Einträge, davon 1 neu in den Büchern.");
        assertThat(rig.cashInTheBooks()).isEqualTo(10_000 + 500 + 300 + 999);
        assertThat(rig.booksAreIntact()).isTrue();
        tablet.writes(rig.cash(1));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(422);
        assertThat(release("Auch das").body()).contains("4 Einträge, davon 1 neu");
        assertThat(rig.cashInTheBooks()).isEqualTo(10_000 + 500 + 300 + 999 + 1);
        assertThat(rig.booksAreIntact()).isTrue();
    }

    @Test
    void whatTheTabletDidNotSignIsNotReleased() {
        tablet.send(1, tablet.batchSignedByAStranger());
        assertThat(release("Probe").body()).contains("Niemand kann beweisen");
        assertThat(rig.count("inbox")).isZero();
    }

    private void stolenSince(String time) {
        desk.get("/leitstelle/geraete");
        assertThat(
                        desk.post(
                                        "/leitstelle/geraete/"
                                                + tablet.enrolment().device()
                                                + "/gestohlen",
                                        Map.of("seit", time, "notiz", "Vom Parkplatz"))
                                .status())
                .isEqualTo(303);
    }

    private Browser.Answer release(String reason) {
        return decide(waiting(), reason);
    }

    private Browser.Answer decide(String id, String reason) {
        return desk.post(PAGE + "/" + id + "/freigeben", Map.of("grund", reason));
    }

    private String waiting() {
        Matcher found = RELEASE.matcher(desk.get(PAGE).body());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
