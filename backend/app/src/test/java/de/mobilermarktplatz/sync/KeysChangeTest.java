package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/**
 * A tablet's key lives 90 days; it announces the next one in its journal and both go on for a
 * month.
 */
@MarktplatzTest
class KeysChangeTest {

    private final BeanFactory beans;
    private final Ed25519KeyPair next = Ed25519KeyPair.generate(new SecureRandom());
    private SyncRig rig;
    private TestTablet tablet;

    KeysChangeTest(BeanFactory beans) {
        this.beans = beans;
    }

    @BeforeEach
    void aTabletEnrolledTwoMonthsAgo() {
        rig = new SyncRig(beans);
        tablet = rig.tablet();
        rig.clock.advance(Duration.ofDays(60));
    }

    @Test
    void theNewKeyGetsACertificateAndTheOldOneGoesOnForAMonth() {
        Ed25519KeyPair old = tablet.key;
        announces(old);
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
        tablet.key = next;
        CertificateReply reply = CertificateReply.decode(tablet.get("/certificate").body());
        DeviceCertificate certificate = DeviceCertificate.decode(reply.certificate());
        assertThat(certificate.publicKey()).isEqualTo(next.publicKey());
        assertThat(certificate.validUntil())
                .isEqualTo(rig.clock.instant().plus(Duration.ofDays(90)));
        assertThat(reply.serverKeys()).hasSize(2);
        tablet.writes(rig.cash(5));
        assertThat(tablet.uploads(2).statusCode()).isEqualTo(200);
        tablet.key = old;
        tablet.writes(rig.cash(7));
        assertThat(tablet.uploads(3).statusCode()).isEqualTo(200);
        assertThat(rig.cashInTheBooks()).isEqualTo(12);
        assertThat(rig.booksAreIntact()).isTrue();
    }

    @Test
    void aStrangersKeyIsNotTakenAndTheOfficeIsTold() {
        tablet.writes(
                new KeyRoll(
                        next.publicKey(),
                        next.sign(
                                Ed25519KeyPair.generate(new SecureRandom())
                                        .publicKey()
                                        .toArray())));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        tablet.key = next;
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(401);
        assertThat(rig.count("exception_case")).isEqualTo(1);
    }

    @Test
    void whoLetTheTimePassSellsAndSendsAndGetsToursOnceTheDeskProlongsIt() {
        rig.clock.advance(Duration.ofDays(31));
        tablet.writes(rig.cash(5));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        var refused = tablet.get("/tours");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("device-certificate-expired", "sobald die Leitstelle");
        announces(tablet.key);
        assertThat(tablet.uploads(2).statusCode()).isEqualTo(200);
        tablet.key = next;
        tablet.writes(rig.cash(7));
        assertThat(tablet.uploads(3).statusCode()).as("what the new key signs").isEqualTo(200);
        assertThat(rig.cashInTheBooks()).isEqualTo(12);
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(403);
        Browser desk = rig.desk(Role.DISPATCHER);
        assertThat(desk.get("/leitstelle/geraete").body()).contains("Zulassung abgelaufen");
        desk.post("/leitstelle/geraete/" + tablet.enrolment().device() + "/verlaengern", Map.of());
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }

    @Test
    void aKeyThatHasEndedOpensNothingAnyMoreThoughTheTabletHasANewerOne() {
        Ed25519KeyPair old = tablet.key;
        announces(old);
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        rig.clock.advance(Duration.ofDays(31));
        var refused = tablet.get("/tours");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("device-key-ended");
        assertThat(tablet.get("/feed?cfg=0").statusCode()).isEqualTo(403);
        tablet.writes(rig.cash(5));
        assertThat(tablet.uploads(2).statusCode()).as("what it signed counts").isEqualTo(200);
        tablet.key = next;
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }

    @Test
    void aProgramTooOldForWhatComesDownStillSendsUp() {
        tablet.version = "0";
        var refused = tablet.get("/tours");
        assertThat(refused.statusCode()).isEqualTo(426);
        assertThat(new String(refused.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("tablet-program-too-old", "Verkaufen und Übertragen geht weiter");
        tablet.writes(rig.cash(5));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        tablet.version = "1";
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }

    @Test
    void aRestoredServerThatForgotTheNewKeyBelievesItsOwnCertificateOverIt() {
        Ed25519KeyPair old = tablet.key;
        announces(tablet.key);
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        tablet.key = next;
        CertificateReply newest = CertificateReply.decode(tablet.get("/certificate").body());
        rig.forgets(next.publicKey());
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(401);
        assertThat(tablet.introducesItself(newest).statusCode()).isEqualTo(200);
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
        tablet.key = old;
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
        rig.clock.advance(Duration.ofDays(30));
        assertThat(tablet.get("/tours").statusCode()).as("ended by the newer one").isEqualTo(403);
    }

    private void announces(Ed25519KeyPair old) {
        tablet.writes(new KeyRoll(next.publicKey(), next.sign(old.publicKey().toArray())));
    }
}
