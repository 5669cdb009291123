package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.database.OwnerDatabase;
import de.mobilermarktplatz.platform.problem.RejectedException;
import de.mobilermarktplatz.platform.security.Role;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
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
    void twoHistoriesOnOneCardAreBothTakenAndTheDeskIsTold() {
        byte[] first = tablet.card(1, 5);
        tablet.forgetsItsLastEntry();
        tablet.forgetsItsLastEntry();
        tablet.writes(rig.cash(600_000));
        tablet.writes(rig.cash(7_000_000));
        tablet.writes(rig.cash(80_000_000));
        ByteArrayOutputStream card = new ByteArrayOutputStream();
        card.writeBytes(first);
        card.writeBytes(tablet.card(4, 6));
        assertThat(brings(card.toByteArray()))
                .contains("5 Einträge gelesen, 3 davon neu gebucht.")
                .contains("3 Einträge gelesen, 3 davon neu gebucht.")
                .contains("andere Geschichte");
        assertThat(rig.cashInTheBooks()).isEqualTo(87_654_321);
        assertThat(rig.booksAreIntact()).isTrue();
        assertThat(brings(card.toByteArray())).doesNotContain("3 davon neu");
        assertThat(rig.cashInTheBooks()).isEqualTo(87_654_321);
    }

    @Test
    void aHistoryThatEndedBeforeWhatIsHeldIsNotForgotten() {
        byte[] other = tablet.card(1, 3);
        tablet.forgetsItsLastEntry();
        tablet.forgetsItsLastEntry();
        tablet.forgetsItsLastEntry();
        tablet.writes(rig.cash(600_000));
        tablet.writes(rig.cash(7_000_000));
        assertThat(tablet.uploads(3).statusCode()).isEqualTo(200);
        assertThat(brings(other)).contains("1 davon neu gebucht.").contains("andere Geschichte");
        assertThat(rig.cashInTheBooks()).isEqualTo(7_600_321);
    }

    @Test
    void aKeyThatOnlyTheCardKnowsProvesWhatCameAfterIt() {
        Ed25519KeyPair next = Ed25519KeyPair.generate(new SecureRandom());
        tablet.writes(new KeyRoll(next.publicKey(), next.sign(tablet.key.publicKey().toArray())));
        tablet.key = next;
        tablet.writes(rig.cash(600_000));
        assertThat(brings(tablet.card(1, 7)))
                .contains("7 Einträge gelesen, 5 davon neu gebucht.")
                .doesNotContain("Nicht beweisbar");
        assertThat(rig.cashInTheBooks()).isEqualTo(654_321);
    }

    @Test
    void whatTheBooksDoNotTakeIsNotCountedAsBooked() {
        TestTablet another = rig.tablet();
        Adoption adoption = beans.getBean(Adoption.class);
        Device owner = device(tablet);
        List<Bytes> entries = tablet.batch(3).entries();
        TestRegions.run(
                rig.region, adoption.byOperation(rig.region, owner, tablet.journal, entries));
        assertThatThrownBy(
                        () ->
                                TestRegions.run(
                                        rig.region,
                                        adoption.byOperation(
                                                rig.region,
                                                device(another),
                                                tablet.journal,
                                                entries)))
                .isInstanceOf(RejectedException.class);
    }

    private Device device(TestTablet of) {
        return Objects.requireNonNull(
                TestRegions.run(rig.region, rig.devices.find(rig.region, of.enrolment().device())));
    }

    @Test
    void aTabletThatWasForgottenGetsToursOnlyAfterTheDeskLetItIn() {
        forgetsTheTablet();
        assertThat(tablet.introducesItself().statusCode()).isEqualTo(200);
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        var refused = tablet.get("/tours");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(new String(refused.body(), StandardCharsets.UTF_8)).contains("device-waits");
        assertThat(tablet.get("/feed?cfg=0").statusCode()).isEqualTo(403);
        assertThat(desk.get("/leitstelle/probleme").body())
                .contains("Ein Tablet wartet auf die Zulassung", "Zu den Tablets");
        String page = "/leitstelle/geraete";
        assertThat(desk.get(page).body()).contains("Kasse 1 zulassen");
        desk.post(page + "/" + tablet.enrolment().device() + "/zulassen", Map.of());
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }

    @Test
    void aServerThatWentBackAsksTheDeskToLookForBlockedTabletsOnce() {
        SignedAck last = ack(tablet.uploads(3));
        TestTablet other = rig.tablet();
        other.writes(rig.cash(9));
        SignedAck othersLast = ack(other, other.uploads(1));
        goesBack();
        assertThat(tablet.uploads(3, last).statusCode()).isEqualTo(409);
        assertThat(tablet.uploads(3, last).statusCode()).isEqualTo(409);
        other.writes(rig.cash(9));
        assertThat(other.uploads(2, othersLast).statusCode()).isEqualTo(409);
        assertThat(desk.get("/leitstelle/probleme").body())
                .containsOnlyOnce("<h2 id=\"problem-0\"")
                .contains("Bitte die gesperrten Tablets prüfen", "Zu den Tablets");
    }

    private SignedAck ack(HttpResponse<byte[]> answer) {
        return ack(tablet, answer);
    }

    private static SignedAck ack(TestTablet of, HttpResponse<byte[]> answer) {
        UploadReply reply = UploadReply.decode(answer.body());
        return new SignedAck(reply.ack(), of.head(), reply.ackSignature());
    }

    /** Devices are there, but nothing that they sent. */
    private void goesBack() {
        owner.run("ALTER TABLE journal NO FORCE ROW LEVEL SECURITY");
        owner.run(
                "UPDATE journal SET acked = 0, durable = 0, head_hash = start_hash WHERE region_id = ?",
                rig.region.id().value());
        owner.run("ALTER TABLE journal FORCE ROW LEVEL SECURITY");
        forgets("receipt_payment", "receipt_tax", "receipt_line", "receipt", "inbox");
    }

    @Test
    void aForgottenTabletKeepsTheNumberThatItPrintsThoughAnotherGotItToo() {
        forgetsTheTablet();
        TestTablet younger = rig.tablet();
        assertThat(younger.enrolment().tillNumber()).isEqualTo(1);
        assertThat(tablet.introducesItself().statusCode()).isEqualTo(200);
        assertThat(device(tablet).tillNumber()).isEqualTo(1);
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        assertThat(desk.get("/leitstelle/probleme").body())
                .contains("Zwei Tablets haben dieselbe Kassennummer");
        assertThat(rig.tablet().enrolment().tillNumber()).isEqualTo(2);
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
        forgets(
                "receipt_payment",
                "receipt_tax",
                "receipt_line",
                "receipt",
                "inbox",
                "journal",
                "device_key",
                "device");
    }

    private void forgets(String... tables) {
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
