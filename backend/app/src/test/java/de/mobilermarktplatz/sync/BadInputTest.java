package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.wire.Deflate;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Whatever arrives: a verdict by name, nothing in the books, no word about the program's inside.
 */
@MarktplatzTest
class BadInputTest {

    private static final int MUTANTS = 150;
    private static final long SEED = 20261123;

    private final Devices devices;
    private final DatabaseClient db;
    private final TestRegions regions;
    private final TestHttp http;
    private final UuidV7 ids;
    private final TestClock clock;
    private Region region;
    private TestTablet tablet;

    BadInputTest(
            Devices devices,
            DatabaseClient db,
            TestRegions regions,
            TestHttp http,
            UuidV7 ids,
            TestClock clock) {
        this.devices = devices;
        this.db = db;
        this.regions = regions;
        this.http = http;
        this.ids = ids;
        this.clock = clock;
    }

    @BeforeEach
    void aTabletWithThreeEntriesOfWhichTheServerHoldsNone() {
        clock.set(TestClock.MONDAY_MORNING);
        region = regions.create();
        tablet = enrolled(region);
        for (int number = 1; number <= 3; number++) {
            tablet.writes(payIn(number));
        }
    }

    @Test
    void bytesThatAreNoBatchAreSaidToBe() {
        refused(tablet.sendBytes(1, new byte[] {1, 2, 3}), 400, "sync-body-unreadable");
        refused(tablet.sendBytes(1, new byte[0]), 400, null);
        refused(
                tablet.sendBytes(1, Deflate.compress(new byte[] {(byte) 0x83, 1})),
                400,
                "sync-body-unreadable");
    }

    @Test
    void aBatchOfTooManyBytesOrEntriesIsTooLarge() {
        // Stopped on its way in, before it is ever whole in memory.
        refused(tablet.sendBytes(1, new byte[Protocol.MOST_BATCH_BYTES + 1]), 413, "status-413");
        refused(tablet.sendBytes(1, new byte[3 << 20]), 413, "status-413");
        refused(
                tablet.sendBytes(1, Deflate.compress(new byte[Protocol.MOST_BATCH_BYTES + 1])),
                400,
                "sync-body-unreadable");
        UploadBatch good = tablet.batch(1);
        List<Bytes> many = Collections.nCopies(Protocol.MOST_ENTRIES + 1, Bytes.of(new byte[] {1}));
        UploadBatch big = new UploadBatch(1, 1, 1, good.prevHash8(), many, good.signature(), null);
        refused(tablet.send(1, big), 413, "batch-too-large");
    }

    @Test
    void anotherVersionOfTheProtocolIsToldWhichOnesAreRead() {
        for (int proto : new int[] {Protocol.CURRENT + 1, Protocol.OLDEST - 1}) {
            HttpResponse<byte[]> answer =
                    tablet.send(1, tablet.batch(1, proto, tablet.batch(1).prevHash8()));
            refused(answer, 426, "protocol-not-supported");
            assertThat(text(answer)).contains("\"oldest\":1", "\"newest\":1");
        }
    }

    @Test
    void anotherBeginningThanTheAddressSaysIsRefused() {
        refused(tablet.sendBytes(2, tablet.batch(1).encode()), 400, "batch-begin-does-not-fit");
        refused(tablet.sendBytes(0, tablet.batch(1).encode()), 400, "batch-begin-does-not-fit");
    }

    @Test
    void anotherHistoryBeforeTheBatchIsAForkAndKeptApart() {
        Bytes wrong = Bytes.of(new byte[8]);
        refused(
                tablet.send(1, tablet.batch(1, Protocol.CURRENT, wrong)),
                422,
                "journal-quarantined");
        assertThat(count("quarantine")).isEqualTo(1);
    }

    @Test
    void aDeviceThatNobodyEnrolledIsUnknown() {
        TestTablet foreign = enrolled(regions.create());
        foreign.writes(payIn(1));
        HttpResponse<byte[]> answer = foreign.sendElsewhere(region, 1, foreign.batch(1).encode());
        refused(answer, 401, "device-unknown");
        assertThat(count("quarantine")).isZero();
    }

    @Test
    void theJournalOfAnotherDeviceIsNotItsOwn() {
        TestTablet other = enrolled(region);
        refused(
                tablet.sendTo(
                        "/journals/" + other.journal + "/entries?from=1", tablet.batch(1).encode()),
                403,
                "journal-of-another-device");
        refused(
                tablet.sendTo("/journals/7/entries?from=1", tablet.batch(1).encode()),
                400,
                "sync-body-unreadable");
    }

    @Test
    void aCertificateThatHasExpiredStopsNoUpload() {
        clock.advance(Duration.ofDays(400));
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        assertThat(count("receipt")).isEqualTo(3);
    }

    @Test
    void aRepeatedUploadIsHarmless() {
        byte[] body = tablet.batch(1).encode();
        assertThat(tablet.sendBytes(1, body).statusCode()).isEqualTo(200);
        assertThat(tablet.sendBytes(1, body).statusCode()).isEqualTo(200);
        assertThat(count("receipt")).isEqualTo(3);
    }

    @Test
    void mutatedBatchesNeverBreakAnythingNorGetIntoTheBooks() {
        assertThat(tablet.uploads(1).statusCode()).isEqualTo(200);
        byte[] good = tablet.batch(1).encode();
        byte[] plain = Deflate.expand(good, Protocol.MOST_BATCH_BYTES);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int i = 0; i < MUTANTS; i++) {
            byte[] body =
                    i % 3 == 0 ? mutated(good, random) : Deflate.compress(mutated(plain, random));
            HttpResponse<byte[]> answer = tablet.sendBytes(1, body);
            assertThat(answer.statusCode())
                    .as("mutant %d of seed %d: %s", i, SEED, text(answer))
                    .isLessThan(500);
            sober(answer);
        }
        assertThat(count("inbox")).isEqualTo(3);
        assertThat(count("receipt")).isEqualTo(3);
        tablet.writes(payIn(4));
        assertThat(tablet.uploads(4).statusCode()).as("and it goes on").isEqualTo(200);
        assertThat(count("receipt")).isEqualTo(4);
    }

    private static byte[] mutated(byte[] good, SplittableRandom random) {
        byte[] bytes = good.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            case 1 -> bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
            case 2 -> {
                for (int i = 0; i < 4; i++) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
            }
            default -> {
                int at = random.nextInt(bytes.length);
                int length = random.nextInt(bytes.length - at);
                System.arraycopy(good, random.nextInt(at + 1), bytes, at, length);
            }
        }
        return bytes;
    }

    private void refused(HttpResponse<byte[]> answer, int status, String slug) {
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
        if (slug != null) {
            assertThat(text(answer)).contains("urn:mobilermarktplatz:problem:" + slug);
        }
        sober(answer);
        assertThat(count("inbox")).isZero();
        assertThat(count("receipt")).isZero();
    }

    private static void sober(HttpResponse<byte[]> answer) {
        assertThat(text(answer)).doesNotContain("Exception", "\tat ", "de.mobilermarktplatz.");
    }

    private TestTablet enrolled(Region where) {
        TestTablet made = new TestTablet(http, where, ids, clock);
        assertThat(made.enrol(TestRegions.run(where, devices.newCode(where)))).isEqualTo(200);
        return made;
    }

    private static CashMovement payIn(long number) {
        return new CashMovement(number, CashMovementKind.PAY_IN, new Money(100), null);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private long count(String table) {
        return TestRegions.run(
                region,
                db.sql("SELECT count(*) AS n FROM " + table + " WHERE region_id = :region")
                        .bind("region", region.id().value())
                        .map(row -> row.get("n", Long.class))
                        .one());
    }
}
