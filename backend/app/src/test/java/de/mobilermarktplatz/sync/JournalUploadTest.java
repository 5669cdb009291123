package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.upload.AckStatement;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.ChainCheck;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.database.OwnerDatabase;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.signing.ServerKey;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

@MarktplatzTest
class JournalUploadTest {

    private final Devices devices;
    private final BookCheck books;
    private final DatabaseClient db;
    private final OwnerDatabase owner;
    private final ServerKey server;
    private final TestRegions regions;
    private final TestHttp http;
    private final UuidV7 ids;
    private final TestClock clock;
    private Region region;
    private TestTablet tablet;
    private long receiptNo;

    JournalUploadTest(
            Devices devices,
            BookCheck books,
            DatabaseClient db,
            OwnerDatabase owner,
            ServerKey server,
            TestRegions regions,
            TestHttp http,
            UuidV7 ids,
            TestClock clock) {
        this.devices = devices;
        this.books = books;
        this.db = db;
        this.owner = owner;
        this.server = server;
        this.regions = regions;
        this.http = http;
        this.ids = ids;
        this.clock = clock;
    }

    @BeforeEach
    void anEnrolledTabletThatHasWrittenThreeEntries() {
        region = regions.create();
        tablet = new TestTablet(http, region, ids, clock);
        assertThat(tablet.enrol(code())).isEqualTo(200);
        tablet.writes(floatOf(10_000));
        tablet.writes(floatOf(500));
        tablet.writes(floatOf(-300));
    }

    @Test
    void aOneTimeCodeMakesOneTabletATill() {
        String code = code();
        TestTablet second = new TestTablet(http, region, ids, clock);
        assertThat(second.enrol(code)).isEqualTo(200);
        assertThat(second.enrolment().tillNumber()).isEqualTo(2);
        assertThat(new TestTablet(http, region, ids, clock).enrol(code)).isEqualTo(403);
    }

    @Test
    void anEnrolmentWhoseAnswerGotLostIsAnsweredAgainWithTheSameCertificate() {
        String code = code();
        TestTablet second = new TestTablet(http, region, ids, clock);
        assertThat(second.enrol(code)).isEqualTo(200);
        Bytes certificate = second.enrolment().certificate();
        clock.advance(Duration.ofSeconds(30));
        assertThat(second.enrol(code)).isEqualTo(200);
        assertThat(second.enrolment().certificate()).isEqualTo(certificate);
    }

    @Test
    void aCodeOfAnotherRegionIsWorthNothing() {
        assertThat(new TestTablet(http, regions.create(), ids, clock).enrol(code())).isEqualTo(403);
    }

    @Test
    void whatIsUploadedIsInTheBooksOnceHoweverOftenItComes() {
        UploadReply first = accepted(tablet.uploads(1));
        UploadReply again = accepted(tablet.uploads(1));
        UploadReply tail = accepted(tablet.uploads(3));
        assertThat(List.of(first.ack(), again.ack(), tail.ack())).containsOnly(3L);
        assertThat(count("receipt")).isEqualTo(3);
        assertThat(count("inbox")).isEqualTo(3);
        assertThat(cash()).isEqualTo(10_200);
    }

    @Test
    void theAcknowledgementIsSignedOverTheHead() {
        UploadReply reply = accepted(tablet.uploads(1));
        byte[] statement = new AckStatement(tablet.journal, 3, tablet.head()).toSign();
        assertThat(
                        ServerKey.verify(
                                tablet.enrolment().serverPublicKey().toArray(),
                                statement,
                                reply.ackSignature().toArray()))
                .isTrue();
    }

    @Test
    void aBatchThatBeginsTooLateIsToldWhereToGoOn() {
        HttpResponse<byte[]> answer = tablet.uploads(2);
        assertThat(answer.statusCode()).isEqualTo(409);
        UploadReply reply = UploadReply.decode(answer.body());
        assertThat(List.of(reply.ack(), reply.epoch())).containsExactly(0L, 1L);
        assertThat(count("inbox")).isZero();
    }

    @Test
    void aServerThatForgotWhatItSignedRaisesItsEpoch() {
        byte[] statement = new AckStatement(tablet.journal, 2, tablet.head()).toSign();
        SignedAck proof = new SignedAck(2, tablet.head(), Bytes.of(server.sign(statement)));
        UploadReply reply = UploadReply.decode(tablet.uploads(3, proof).body());
        assertThat(List.of(reply.ack(), reply.epoch())).containsExactly(0L, 2L);
        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(3);
    }

    @Test
    void anotherHistoryIsKeptApartAndChangesNothing() {
        accepted(tablet.uploads(1));
        tablet.forgetsItsLastEntry();
        tablet.writes(floatOf(999));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(422);
        assertThat(count("quarantine")).isEqualTo(1);
        assertThat(cash()).isEqualTo(10_200);
    }

    @Test
    void aBatchThatTheDeviceDidNotSignIsKeptApart() {
        assertThat(tablet.send(1, tablet.batchSignedByAStranger()).statusCode()).isEqualTo(422);
        assertThat(count("quarantine")).isEqualTo(1);
        assertThat(count("inbox")).isZero();
    }

    @Test
    void aRevokedTabletGetsNoToursButItsUploadIsKept() {
        TestRegions.run(region, devices.revoke(region, tablet.enrolment().device()));
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(403);
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(422);
        assertThat(count("quarantine")).isEqualTo(1);
    }

    @Test
    void anEntryThatNobodyCanReadIsKeptAndHoldsNobodyUp() {
        tablet.writesRaw(new byte[] {0x13, 0x37});
        tablet.writes(floatOf(1));
        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(5);
        assertThat(cash()).isEqualTo(10_201);
        assertThat(count("exception_case")).isEqualTo(1);
        assertThat(verdict().intact()).isTrue();
    }

    @Test
    void anEntryThatCannotBeBookedIsKeptAndHoldsNobodyUp() {
        tablet.writesAt(Instant.parse("+300000-01-01T00:00:00Z"), floatOf(77));
        tablet.writes(floatOf(1));
        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(5);
        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(5);
        assertThat(cash()).isEqualTo(10_201);
        assertThat(count("exception_case")).isEqualTo(1);
        assertThat(verdict().intact()).isTrue();
    }

    @Test
    void theBooksNameTheFirstLinkThatWasTouched() {
        accepted(tablet.uploads(1));
        assertThat(verdict().intact()).isTrue();
        owner.run("ALTER TABLE inbox NO FORCE ROW LEVEL SECURITY");
        owner.run(
                "UPDATE inbox SET entry = ? WHERE region_id = ? AND seq = 2",
                new byte[] {1, 2, 3},
                region.id().value());
        owner.run("ALTER TABLE inbox FORCE ROW LEVEL SECURITY");
        assertThat(verdict().brokenAt()).isEqualTo(2);
    }

    @Test
    void aBookThatWasCutOffAtItsEndIsBroken() {
        accepted(tablet.uploads(1));
        owner.run("ALTER TABLE inbox NO FORCE ROW LEVEL SECURITY");
        owner.run("DELETE FROM inbox WHERE region_id = ? AND seq = 3", region.id().value());
        owner.run("ALTER TABLE inbox FORCE ROW LEVEL SECURITY");
        assertThat(verdict().result()).isInstanceOf(ChainCheck.Broken.class);
        assertThat(verdict().brokenAt()).isEqualTo(3);
    }

    private BookCheck.Verdict verdict() {
        return TestRegions.run(region, books.verify(region).single());
    }

    private CashMovement floatOf(long cents) {
        return new CashMovement(++receiptNo, CashMovementKind.PAY_IN, new Money(cents), null);
    }

    private String code() {
        return TestRegions.run(region, devices.newCode(region));
    }

    private static UploadReply accepted(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(200);
        return UploadReply.decode(answer.body());
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private long count(String table) {
        return number("SELECT count(*) AS n FROM " + table + " WHERE region_id = :region");
    }

    private long cash() {
        return number(
                "SELECT sum(amount_cents)::bigint AS n FROM receipt_payment WHERE region_id = :region");
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
