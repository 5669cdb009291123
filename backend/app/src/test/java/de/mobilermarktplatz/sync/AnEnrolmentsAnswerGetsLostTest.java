package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** The tablet never heard that it is a till, and its code has run out meanwhile. */
@MarktplatzTest
class AnEnrolmentsAnswerGetsLostTest {

    private final BeanFactory beans;
    private SyncRig rig;
    private TestTablet tablet;
    private EnrolmentReply lost;

    AnEnrolmentsAnswerGetsLostTest(BeanFactory beans) {
        this.beans = beans;
    }

    @BeforeEach
    void theFirstAnswerIsLost() {
        rig = new SyncRig(beans);
        tablet = rig.tablet();
        lost = tablet.enrolment();
        rig.clock.advance(Duration.ofMinutes(11));
    }

    @Test
    void aNewCodeMakesItTheSameTabletAgain() {
        String code = rig.code();
        assertThat(tablet.enrol(code)).isEqualTo(200);
        assertThat(tablet.enrolment().device()).isEqualTo(lost.device());
        assertThat(tablet.enrolment().certificate()).isEqualTo(lost.certificate());
        assertThat(tablet.enrol(code)).as("the second answer may get lost too").isEqualTo(200);
        assertThat(rig.count("device")).isEqualTo(1);
        tablet.writes(rig.cash(5));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }

    @Test
    void alsoMonthsLater() {
        rig.clock.advance(Duration.ofDays(100));
        assertThat(tablet.enrol(rig.code())).isEqualTo(200);
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }

    @Test
    void oneThatHasSentAlreadyIsToldSoAndItsCodeStaysGood() {
        tablet.writes(rig.cash(5));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        String code = rig.code();
        assertThat(tablet.enrol(code)).isEqualTo(409);
        assertThat(rig.stranger().enrol(code)).isEqualTo(200);
    }

    @Test
    void anotherKeyDoesNotGetTheJournal() {
        tablet.key = Ed25519KeyPair.generate(new SecureRandom());
        assertThat(tablet.enrol(rig.code())).isEqualTo(409);
        assertThat(rig.count("device")).isEqualTo(1);
    }

    @Test
    void aBlockedOneStaysBlocked() {
        var desk = rig.desk(Role.DISPATCHER);
        desk.get("/leitstelle/geraete");
        desk.post("/leitstelle/geraete/" + lost.device() + "/sperren", Map.of());
        assertThat(tablet.enrol(rig.code())).isEqualTo(403);
    }
}
