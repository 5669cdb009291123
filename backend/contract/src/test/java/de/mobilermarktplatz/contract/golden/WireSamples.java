package de.mobilermarktplatz.contract.golden;

import static de.mobilermarktplatz.contract.golden.EntrySamples.CALL;
import static de.mobilermarktplatz.contract.golden.EntrySamples.CHEESE;
import static de.mobilermarktplatz.contract.golden.EntrySamples.CRATE;
import static de.mobilermarktplatz.contract.golden.EntrySamples.HONEY;
import static de.mobilermarktplatz.contract.golden.EntrySamples.ORDER;
import static de.mobilermarktplatz.contract.golden.EntrySamples.TOUR;
import static de.mobilermarktplatz.contract.golden.Ids.id;

import de.mobilermarktplatz.contract.device.AdoptionRequest;
import de.mobilermarktplatz.contract.device.CertificateReply;
import de.mobilermarktplatz.contract.device.DeviceCertificate;
import de.mobilermarktplatz.contract.device.EnrolmentReply;
import de.mobilermarktplatz.contract.device.EnrolmentRequest;
import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.contract.device.ServerPin;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.pickup.AccountLimits;
import de.mobilermarktplatz.contract.pickup.AccountPermit;
import de.mobilermarktplatz.contract.pickup.PickupToken;
import de.mobilermarktplatz.contract.pickup.SignedAccountPermit;
import de.mobilermarktplatz.contract.pickup.SignedPickupToken;
import de.mobilermarktplatz.contract.tour.*;
import de.mobilermarktplatz.contract.upload.KeptReply;
import de.mobilermarktplatz.contract.upload.SignedAck;
import de.mobilermarktplatz.contract.upload.UploadBatch;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.*;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One of each message, as the first version wrote it; compressed ones stand here before
 * compression.
 */
final class WireSamples {

    private static final Instant TIME = Instant.parse("2026-05-04T08:15:31.007Z");
    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final Bytes HASH = Bytes.ofHex("c3".repeat(32));
    private static final Bytes KEY = Bytes.ofHex("4b".repeat(32));
    private static final Bytes SIGNATURE = Bytes.ofHex("51".repeat(64));
    private static final ProducerId PRODUCER = id(ProducerId::new, 11);
    private static final VanId VAN = id(VanId::new, 21);
    private static final DeviceId DEVICE = id(DeviceId::new, 22);
    private static final JournalId JOURNAL = id(JournalId::new, 23);

    private WireSamples() {}

    static List<Record> all() {
        PickupToken token =
                new PickupToken(
                        1, ORDER, DAY, 2, TIME.plusSeconds(86_400), PickupToken.PAID_ONLINE);
        AccountPermit permit =
                new AccountPermit(1, ORDER, DAY, TIME.plusSeconds(86_400), AccountLimits.USUAL);
        return List.of(
                new UploadBatch(
                        1,
                        4,
                        17,
                        HASH.first(8),
                        List.of(Bytes.ofHex("80"), Bytes.ofHex("8101")),
                        SIGNATURE,
                        new SignedAck(16, HASH, SIGNATURE)),
                new UploadReply(
                        18,
                        HASH.first(8),
                        16,
                        4,
                        TIME,
                        1,
                        1,
                        Map.of("tour:a", 481L, "cat:1", 90L),
                        SIGNATURE),
                new KeptReply(18, HASH.first(8), SIGNATURE),
                new EnrolmentRequest("7K2M-93FD", KEY, "Wagen 1", JOURNAL),
                enrolment(
                        ServerMode.DEMO,
                        HASH,
                        List.of(new ServerPin(1, KEY), new ServerPin(2, HASH))),
                new DeviceCertificate(
                        DEVICE,
                        id(RegionId::new, 24),
                        JOURNAL,
                        3,
                        KEY,
                        TIME,
                        TIME.plusSeconds(7_776_000),
                        1),
                new TourList(
                        List.of(new TourSummary(TOUR, DAY, VAN, "Wagen 1", 9, 31, 0, false)), TIME),
                new AdoptionRequest(HASH, SIGNATURE, "Wagen 1", KEY, SIGNATURE),
                new CertificateReply(
                        HASH,
                        SIGNATURE,
                        List.of(new ServerPin(1, KEY), new ServerPin(2, HASH)),
                        SIGNATURE),
                new TourLease(TOUR, 2),
                snapshot(List.of(request())),
                request(),
                FeedSamples.reply(),
                FeedSamples.snapshot(),
                FeedSamples.manifest(),
                FeedSamples.header(),
                FeedSamples.order(order()),
                FeedSamples.stock(honey()),
                FeedSamples.applied(),
                FeedSamples.versions(),
                FeedSamples.serverKey(),
                token,
                SignedPickupToken.issue(token, message -> SIGNATURE),
                permit,
                SignedAccountPermit.issue(permit, message -> SIGNATURE));
    }

    /** As tablets got it before there were second copies; without a mode as the first version. */
    static EnrolmentReply enrolment(@Nullable ServerMode mode) {
        return enrolment(mode, null, null);
    }

    private static EnrolmentReply enrolment(
            @Nullable ServerMode mode,
            @Nullable Bytes recovery,
            @Nullable List<ServerPin> serverKeys) {
        return new EnrolmentReply(
                DEVICE,
                "slk",
                "Salzlandkreis",
                "Europe/Berlin",
                3,
                KEY,
                1,
                HASH,
                SIGNATURE,
                4,
                TIME,
                mode,
                recovery,
                serverKeys);
    }

    static TourSnapshot snapshot(@Nullable List<TourRequest> requests) {
        return new TourSnapshot(
                1,
                TOUR,
                2,
                DAY,
                VAN,
                "Wagen 1",
                TIME,
                77,
                List.of(
                        "Mobiler Marktplatz",
                        "Karlsplatz 37, 06406 Bernburg",
                        "St.-Nr. 116/000/00000"),
                visits(),
                List.of(order()),
                List.of(
                        new TourCrate(
                                CRATE,
                                "K-0007",
                                PRODUCER,
                                ColdClass.CHILLED,
                                CALL,
                                List.of(honey()))),
                prices(),
                List.of(new DepositKind(1, "Einwegflasche", Money.cents(25), VatKey.GENERAL)),
                List.of(honey()),
                VatRates.german().rows(),
                Map.of("tour:a", 481L),
                requests);
    }

    private static TourRequest request() {
        return new TourRequest(
                id(FactId::new, 9),
                RequestKind.DECREASE,
                ORDER,
                List.of(new WantedLine(1, 1)),
                List.of(honey()),
                TIME);
    }

    private static List<Visit> visits() {
        return List.of(
                new Visit(
                        1,
                        VisitKind.PICK_UP,
                        "Hof Muster",
                        new GeoPoint(51_794_300, 11_739_700),
                        null,
                        null,
                        PRODUCER,
                        LocalTime.of(6, 45),
                        LocalTime.of(7, 0)),
                new Visit(
                        2,
                        VisitKind.CALL,
                        "Gröna, Dorfplatz",
                        new GeoPoint(51_750_000, 11_700_000),
                        CALL,
                        id(StopId::new, 25),
                        null,
                        LocalTime.of(9, 30),
                        LocalTime.of(10, 0)),
                new Visit(
                        3,
                        VisitKind.BREAK,
                        "Pause",
                        null,
                        null,
                        null,
                        null,
                        LocalTime.of(12, 0),
                        LocalTime.of(12, 30)));
    }

    private static TourOrder order() {
        TourOrderLine line =
                new TourOrderLine(
                        1,
                        CHEESE,
                        Unit.GRAM,
                        253,
                        Money.cents(1_990),
                        Money.cents(503),
                        VatKey.REDUCED,
                        Money.ZERO,
                        VatKey.REDUCED);
        return new TourOrder(
                ORDER,
                "A-1042",
                CALL,
                SpokenCode.parse("222222"),
                "E. M.",
                false,
                Money.cents(503),
                List.of(line));
    }

    private static List<PriceEntry> prices() {
        return List.of(
                new PriceEntry(
                        HONEY,
                        PRODUCER,
                        "Honig 500 g",
                        Gtin.parse("4006381333931"),
                        "12",
                        Unit.PIECE,
                        Money.cents(650),
                        VatKey.REDUCED,
                        1,
                        Money.cents(15),
                        VatKey.GENERAL,
                        0,
                        ColdClass.AMBIENT),
                new PriceEntry(
                        CHEESE,
                        PRODUCER,
                        "Käse",
                        null,
                        null,
                        Unit.GRAM,
                        Money.cents(1_990),
                        VatKey.REDUCED,
                        0,
                        Money.ZERO,
                        VatKey.REDUCED,
                        0,
                        ColdClass.CHILLED));
    }

    private static StockItem honey() {
        return new StockItem(HONEY, Unit.PIECE, 12);
    }
}
