package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.database.OwnerDatabase;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** A tablet is dead before it could send everything; its memory card is read at the desk. */
@MarktplatzTest
class FromTheMemoryCardTest {

    private static final String PAGE = "/leitstelle/wiederherstellung";

    private final BeanFactory beans;
    private final OwnerDatabase owner;
    private SyncRig rig;
    private TestTablet tablet;
    private Browser desk;

    FromTheMemoryCardTest(BeanFactory beans, OwnerDatabase owner) {
        this.beans = beans;
        this.owner = owner;
    }

    @BeforeEach
    void aTabletThatSentTwoOfItsFiveEntries() {
        rig = new SyncRig(beans);
        tablet = rig.tablet();
        tablet.writes(rig.cash(1));
        tablet.writes(rig.cash(20));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        tablet.writes(rig.cash(300));
        tablet.writes(rig.cash(4_000));
        tablet.writes(rig.cash(50_000));
        desk = rig.desk(Role.REGION_ADMIN);
    }

    @Test
    void whatItCouldNotSendComesBackOnce() {
        assertThat(brings(tablet.card(1, 5)))
                .contains("Kasse 1: 5 Einträge gelesen, 3 davon neu gebucht.");
        assertThat(rig.cashInTheBooks()).isEqualTo(54_321);
        assertThat(brings(tablet.card(1, 5))).contains("5 Einträge gelesen, 0 davon neu gebucht.");
        assertThat(rig.cashInTheBooks()).isEqualTo(54_321);
        assertThat(rig.booksAreIntact()).isTrue();
        assertThat(rig.count("recovery")).isEqualTo(2);
    }

    @Test
    void aTabletThatComesBackToLifeGoesOnWhereTheCardEnded() {
        brings(tablet.card(1, 4));
        assertThat(UploadReply.decode(tablet.uploads(3).body()).ack()).isEqualTo(5);
        assertThat(rig.cashInTheBooks()).isEqualTo(54_321);
    }

    @Test
    void aTornLastEntryIsToldAndCostsNoOther() {
        byte[] card = tablet.card(1, 5);
        assertThat(brings(Arrays.copyOf(card, card.length - 20)))
                .contains("4 Einträge gelesen, 2 davon neu gebucht.")
                .contains("Der letzte Eintrag ist unvollständig");
        assertThat(rig.cashInTheBooks()).isEqualTo(4_321);
    }

    @Test
    void behindADamagedEntryWhatHangsTogetherIsTakenAndTheRestIsNamed() {
        tablet.writes(rig.cash(600_000));
        ByteArrayOutputStream card = new ByteArrayOutputStream();
        card.writeBytes(tablet.card(1, 2));
        card.writeBytes(new byte[] {1, 2, 3});
        card.writeBytes(tablet.card(4, 6));
        assertThat(brings(card.toByteArray()))
                .contains("5 Einträge gelesen, 2 davon neu gebucht.")
                .contains(
                        "Es fehlen die Einträge 3.",
                        "Nicht beweisbar und deshalb nicht gebucht: 4.")
                .contains("1 Stellen der Datei sind beschädigt.");
        assertThat(rig.cashInTheBooks()).isEqualTo(21 + 650_000);
        assertThat(rig.booksAreIntact()).isTrue();
    }

    @Test
    void aRevokedTabletsCardIsReadToo() {
        rig.clock.advance(java.time.Duration.ofMinutes(1));
        desk.get("/leitstelle/geraete");
        desk.post("/leitstelle/geraete/" + tablet.enrolment().device() + "/sperren", Map.of());
        assertThat(brings(tablet.card(1, 5))).contains("3 davon neu gebucht.");
    }

    @Test
    void anotherCountysCardOpensNothing() {
        RecoveryKey other = new RecoveryKey(Bytes.ofHex("33".repeat(32)));
        assertThat(brings(tablet.card(1, 5), other.printed()))
                .contains("In dieser Datei steht nichts, was dieser Schlüssel öffnet.");
        assertThat(brings(tablet.card(1, 5), "vertippt"))
                .contains("Dieser Schlüssel stimmt nicht.");
        assertThat(rig.cashInTheBooks()).isEqualTo(21);
    }

    @Test
    void theKeyOnPaperOpensItToo() {
        String shown = desk.post(PAGE + "/schluessel", Map.of()).body();
        String printed = shown.replaceAll("(?s).*id=\"recovery-key\"[^>]*>([^<]+)<.*", "$1");
        assertThat(brings(tablet.card(1, 5), printed)).contains("3 davon neu gebucht.");
    }

    @Test
    void aServerThatForgotTheTabletBelievesItsOwnSignatureOnTheCard() {
        forgetsTheTablet();
        assertThat(brings(tablet.card(1, 5))).contains("Kasse 1: 5 Einträge gelesen, 5 davon neu");
        assertThat(rig.cashInTheBooks()).isEqualTo(54_321);
    }

    @Test
    void aTabletThatTheRestoredServerForgotIntroducesItselfAndSendsEverythingAgain() {
        forgetsTheTablet();
        assertThat(tablet.uploads(3).statusCode()).isEqualTo(401);
        assertThat(tablet.introducesItself().statusCode()).isEqualTo(200);
        assertThat(tablet.introducesItself().statusCode()).isEqualTo(200);
        assertThat(UploadReply.decode(tablet.uploads(1).body()).ack()).isEqualTo(5);
        assertThat(rig.cashInTheBooks()).isEqualTo(54_321);
        assertThat(desk.get("/leitstelle/probleme").body())
                .contains("an seiner eigenen Unterschrift wiedererkannt");
    }

    @Test
    void aStrangersCertificateIsWorthNothing() {
        SyncRig elsewhere = new SyncRig(beans);
        TestTablet stranger = elsewhere.tablet();
        assertThat(stranger.introducesItselfTo(rig.region).statusCode()).isEqualTo(401);
        assertThat(rig.count("device")).isEqualTo(1);
    }

    /** The database is that of yesterday; the secrets are the same. */
    private void forgetsTheTablet() {
        List<String> tables =
                List.of(
                        "receipt_payment",
                        "receipt_tax",
                        "receipt_line",
                        "receipt",
                        "inbox",
                        "journal",
                        "device_key",
                        "device");
        for (String table : tables) {
            owner.run("ALTER TABLE " + table + " NO FORCE ROW LEVEL SECURITY");
            owner.run("DELETE FROM " + table + " WHERE region_id = ?", rig.region.id().value());
            owner.run("ALTER TABLE " + table + " FORCE ROW LEVEL SECURITY");
        }
    }

    private String brings(byte[] card) {
        return brings(card, "");
    }

    private String brings(byte[] card, String key) {
        desk.get(PAGE);
        String boundary = "grenze";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(text(field(boundary, "_csrf", Objects.requireNonNull(desk.token()))));
        body.writeBytes(text(field(boundary, "schluessel", key)));
        body.writeBytes(
                text(
                        "--"
                                + boundary
                                + "\r\nContent-Disposition: form-data; name=\"datei\"; filename=\"journal.mmm\"\r\n"
                                + "Content-Type: application/octet-stream\r\n\r\n"));
        body.writeBytes(card);
        body.writeBytes(text("\r\n--" + boundary + "--\r\n"));
        return desk.send(
                        HttpRequest.newBuilder(desk.uri(PAGE))
                                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                                .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
                                .build())
                .body();
    }

    private static String field(String boundary, String name, String value) {
        return "--"
                + boundary
                + "\r\nContent-Disposition: form-data; name=\""
                + name
                + "\"\r\n\r\n"
                + value
                + "\r\n";
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
