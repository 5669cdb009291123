package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.feed.SnapshotManifest;
import de.mobilermarktplatz.contract.feed.StreamVerdict;
import de.mobilermarktplatz.contract.feed.Streams;
import de.mobilermarktplatz.contract.feed.TourItems;
import de.mobilermarktplatz.contract.journal.StopArrive;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderHandedOver;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.SmallCounty;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;

/** A tablet keeps up with its tour: the same tour as in one piece, and every change once. */
@Tag("proof")
@MarktplatzTest
class FollowingATourTest {

    private final BeanFactory beans;
    private final Feed feed;
    private final Devices devices;
    private final OrderLines lines;
    private final Outbox outbox;
    private final Jobs jobs;
    private final TestClock clock;
    private ATourOnItsWay way;
    private FollowedStreams followed;

    FollowingATourTest(
            BeanFactory beans,
            Feed feed,
            Devices devices,
            OrderLines lines,
            Outbox outbox,
            Jobs jobs,
            TestClock clock) {
        this.beans = beans;
        this.feed = feed;
        this.devices = devices;
        this.lines = lines;
        this.outbox = outbox;
        this.jobs = jobs;
        this.clock = clock;
    }

    @BeforeEach
    void aTourOnItsWay() {
        way = new ATourOnItsWay(beans);
        followed = new FollowedStreams(way.tablet);
    }

    @Test
    void theItemsPutTogetherAreTheTourInOnePiece() {
        followed.fetch(way.streams());

        TourItems items = items();
        TourSnapshot together = items.snapshot(items.open(), clock.instant(), Map.of());
        TourSnapshot inOnePiece =
                TourSnapshot.decode(way.tablet.get("/tours/" + way.tour.id() + "/snapshot").body());
        assertThat(inOnePiece.orders()).hasSizeGreaterThan(1);
        assertThat(inOnePiece.prices()).isNotEmpty();
        assertThat(inOnePiece.crates()).isNotEmpty();
        assertThat(sorted(together)).isEqualTo(sorted(inOnePiece));
    }

    @Test
    void anOrderThatIsHandedOverComesDownAsDoneAndStaysOnItsOwnTablet() {
        followed.fetch(way.streams());
        TourOrder first = items().open().getFirst();
        handOver(first.order());

        FeedReply reply = followed.follow(0);
        assertThat(reply.streams().stream().mapToInt(news -> news.entries().size()).sum())
                .isEqualTo(1);
        assertThat(items().open()).extracting(TourOrder::order).doesNotContain(first.order());
        assertThat(items().orders(first.order()::equals))
                .filteredOn(order -> order.order().equals(first.order()))
                .singleElement()
                .extracting(TourOrder::lines)
                .isEqualTo(first.lines());
    }

    @Test
    void aPriceComesDownAsTheFewBytesThatDiffer() {
        followed.fetch(way.streams());
        PriceEntry before =
                items().snapshot(items().open(), clock.instant(), Map.of()).prices().getFirst();
        way.county.sql(
                way.region,
                "UPDATE offer SET price_cents = 470 WHERE region_id = :region AND product_id = :product",
                Map.of("product", before.product().value()));
        run("sync.feed-refresh");

        FeedReply reply = followed.follow(0);
        var changes = reply.streams().stream().flatMap(news -> news.entries().stream()).toList();
        assertThat(changes).hasSize(1);
        assertThat(changes.getFirst().insertion().length()).isLessThanOrEqualTo(2);
        assertThat(items().price(before.product()).orElseThrow().price().cents()).isEqualTo(470);
        assertThat(followed.bytes).isLessThan(300);
    }

    @Test
    void anUploadSaysWhereTheStreamsStandAndHowFarTheJournalIsApplied() {
        followed.fetch(way.streams());
        assertThat(followed.follow(0).streams()).hasSize(4);
        put(new FeedPut(way.stream(), "note", bytes("Umleitung")));
        way.tablet.writesOnTour(1, new StopArrive(way.tour.id(), 1, null));

        UploadReply reply = UploadReply.decode(way.tablet.uploads(1).body());
        assertThat(reply.heads())
                .containsEntry(way.stream(), followed.cursors.get(way.stream()) + 2)
                .containsEntry(Streams.CFG, followed.cursors.get(Streams.CFG));
        var _ = followed.follow(0);
        assertThat(followed.items.get(way.stream()))
                .containsEntry(
                        Items.applied(way.tablet.journal),
                        Bytes.of(Wire.write(new Items.Applied(1))));
    }

    @Test
    void aQuestionWaitsUntilThereIsNews() throws Exception {
        followed.fetch(way.streams());
        CompletableFuture<FeedReply> asked =
                CompletableFuture.supplyAsync(() -> followed.follow(20));
        TimeUnit.MILLISECONDS.sleep(300);
        assertThat(asked).isNotDone();
        put(new FeedPut(way.stream(), "note", bytes("Umleitung in Gröna")));

        FeedReply reply = asked.get(5, TimeUnit.SECONDS);
        assertThat(reply.streams()).anyMatch(news -> news.entries().size() == 1);
        assertThat(followed.items.get(way.stream())).containsKey("note");
    }

    @Test
    void aTransferThatWasCutOffGoesOnAlthoughTheTourHasMovedOn() {
        List<FeedPut> notes = new ArrayList<>();
        for (int i = 0; i < 900; i++) {
            notes.add(new FeedPut(way.stream(), "note:" + UUID.randomUUID(), noise()));
        }
        TestRegions.run(way.region, feed.put(way.region, notes));
        SnapshotManifest manifest = followed.manifest(way.streams());
        assertThat(manifest.chunks()).hasSizeGreaterThan(2);
        List<Bytes> chunks = new ArrayList<>(List.of(followed.chunk(manifest.chunks().getFirst())));
        put(new FeedPut(way.stream(), "late", bytes("came between two chunks")));

        manifest.chunks().stream().skip(1).forEach(name -> chunks.add(followed.chunk(name)));
        followed.take(manifest, chunks);
        assertThat(followed.items.get(way.stream())).doesNotContainKey("late");
        var _ = followed.follow(0);
        assertThat(followed.items.get(way.stream())).containsKey("late");
    }

    @Test
    void whoComesFromAnotherEpochOrTooLateOrFromAheadGetsASnapshot() {
        followed.fetch(way.streams());
        followed.epoch = 7;
        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.SNAPSHOT_NEEDED);
        followed.epoch = 1;
        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.FINE);

        put(new FeedPut(way.stream(), "note", bytes("one")));
        put(new FeedPut(way.stream(), "note", bytes("two")));
        clock.advance(Duration.ofDays(15));
        put(new FeedPut(way.stream(), "note", bytes("three")));
        run("sync.feed-retention");
        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.SNAPSHOT_NEEDED);
        assertThat(followed.verdict(Streams.CFG)).isEqualTo(StreamVerdict.FINE);
        assertThat(
                        way.county.number(
                                way.region,
                                "SELECT count(*) FROM snapshot_chunk WHERE region_id = :region"))
                .isZero();

        followed.fetch(way.streams());
        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.FINE);
        followed.cursors.merge(way.stream(), 1L, Long::sum);
        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.SNAPSHOT_NEEDED);
    }

    @Test
    void othersToursAndInventedStreamsAreNamed() {
        followed.cursors.put(way.stream(), 0L);
        followed.cursors.put(Streams.tour(way.otherTour.id()), 0L);
        followed.cursors.put("dev:" + UUID.randomUUID(), 0L);
        followed.cursors.put("tour:nonsense", 0L);
        followed.cursors.put("cat:2026-13-01", 0L);
        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.FINE);
        assertThat(followed.verdict(Streams.tour(way.otherTour.id())))
                .isEqualTo(StreamVerdict.NOT_YOURS);
        assertThat(followed.ask(0).streams())
                .extracting(news -> news.verdict())
                .containsExactlyInAnyOrder(
                        StreamVerdict.FINE,
                        StreamVerdict.NOT_YOURS,
                        StreamVerdict.NOT_YOURS,
                        StreamVerdict.UNKNOWN,
                        StreamVerdict.UNKNOWN);
        assertThat(way.tablet.get("/feed?cfg=x").statusCode()).isEqualTo(400);
        assertThat(way.tablet.get("/feed?cfg=1&wait=3600").statusCode()).isEqualTo(400);
        assertThat(way.tablet.get("/chunks/" + "00".repeat(32)).statusCode()).isEqualTo(404);
    }

    @Test
    void aTourThatAnotherTabletTookIsNoLongerReadable() {
        followed.fetch(way.streams());
        TestTablet other = way.tablet();
        assertThat(other.leases(way.tour.id()).statusCode()).isEqualTo(200);

        assertThat(followed.verdict(way.stream())).isEqualTo(StreamVerdict.NOT_YOURS);
        FollowedStreams second = new FollowedStreams(other);
        second.fetch(Streams.CFG, Streams.catalogue(SmallCounty.DAY), way.stream());
        assertThat(
                        new TourItems(second.items.get(way.stream()), Map.of(), Map.of())
                                .header()
                                .generation())
                .isEqualTo(2);
    }

    @Test
    void aRevokedTabletHearsNothingMore() {
        followed.fetch(way.streams());
        TestRegions.run(way.region, devices.revoke(way.region, way.tablet.enrolment().device()));
        String query = new FeedRequest(followed.cursors, 1, 0).query();
        assertThat(way.tablet.get("/feed?" + query).statusCode()).isEqualTo(403);
        assertThat(way.tablet.get("/snapshots?" + query).statusCode()).isEqualTo(403);
        assertThat(way.tablet.get("/hints?" + query).statusCode()).isEqualTo(403);
    }

    private TourItems items() {
        return new TourItems(
                followed.items.get(way.stream()),
                followed.items.get(Streams.catalogue(SmallCounty.DAY)),
                followed.items.get(Streams.CFG));
    }

    private void handOver(OrderId order) {
        TestRegions.run(
                way.region,
                lines.handOver(way.region, order, Map.of(1, 1L))
                        .then(
                                outbox.append(
                                        new OrderHandedOver(order.value(), UUID.randomUUID(), 0))));
        way.relay();
    }

    private void put(FeedPut put) {
        TestRegions.run(way.region, feed.put(way.region, List.of(put)));
    }

    private void run(String job) {
        TestRegions.run(way.region, jobs.runNow(way.region, job));
    }

    private static TourSnapshot sorted(TourSnapshot tour) {
        return new TourSnapshot(
                tour.proto(),
                tour.tour(),
                tour.generation(),
                tour.day(),
                tour.van(),
                tour.vanName(),
                Instant.EPOCH,
                0,
                tour.receiptHeader(),
                tour.visits(),
                sorted(tour.orders(), Comparator.comparing(order -> order.order().toString())),
                sorted(tour.crates(), Comparator.comparing(crate -> crate.crate().toString())),
                sorted(tour.prices(), Comparator.comparing(price -> price.product().toString())),
                tour.depositKinds(),
                tour.vanStock(),
                tour.vatRates(),
                Map.of(),
                tour.requests());
    }

    private static <T> List<T> sorted(List<T> all, Comparator<T> by) {
        return all.stream().sorted(by).toList();
    }

    private static Bytes bytes(String text) {
        return Bytes.of(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Bytes noise() {
        return bytes(UUID.randomUUID().toString() + UUID.randomUUID());
    }
}
