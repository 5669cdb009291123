package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.ordering.Market;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.domain.Write;
import de.mobilermarktplatz.sync.store.QuarantineStore;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.reactive.TransactionalOperator;

/** The real books, in a region of their own. */
final class PostgresHeldBooks implements HeldBooks {

    private final Market market;
    private final Story story;

    /** What the story's test was given. */
    record Story(
            TestRegions regions,
            TestHttp http,
            TestClock clock,
            DatabaseClient db,
            de.mobilermarktplatz.kernel.id.UuidV7 ids,
            Devices devices,
            Orders orders,
            OrderLines lines,
            Views views,
            Writes writes,
            QuarantineStore quarantine,
            TransactionalOperator tx) {}

    PostgresHeldBooks(Story story) {
        this.story = story;
        story.clock.set(TestClock.MONDAY_MORNING);
        this.market = new Market(story.regions.create(), story.db);
    }

    @Override
    public View load(DeviceId device, JournalId journal, Needs needs) {
        return Objects.requireNonNull(
                TestRegions.run(
                        market.region,
                        story.tx.transactional(
                                story.views.load(market.region, device, journal, needs))));
    }

    @Override
    public void commit(DeviceId device, JournalId journal, List<Write> writes) {
        TestRegions.run(
                market.region,
                story.tx.transactional(
                        story.views
                                .load(market.region, device, journal, Needs.NOTHING)
                                .flatMap(
                                        view ->
                                                story.writes.carry(
                                                        new Origin(
                                                                market.region,
                                                                device,
                                                                view.device().tillNumber(),
                                                                journal),
                                                        writes))));
    }

    @Override
    public Tablet enrolled() {
        TestTablet tablet = new TestTablet(story.http, market.region, story.ids, story.clock);
        String code = TestRegions.run(market.region, story.devices.newCode(market.region));
        assertThat(tablet.enrol(code)).isEqualTo(200);
        return new Tablet(tablet.enrolment().device(), tablet.journal);
    }

    @Override
    public OrderId orderOfTwoLines() {
        OfferId juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        OfferId honey = market.piece(market.farm, "Honig", 600, 10, 0);
        PlaceResult placed =
                TestRegions.run(
                        market.region,
                        story.orders.place(
                                market.region,
                                market.order(
                                        UUID.randomUUID().toString(),
                                        PayBy.AT_VAN,
                                        new Wish(juice, 2),
                                        new Wish(honey, 3))));
        TestRegions.run(market.region, story.lines.request(market.region, Market.DAY, market.farm));
        return ((PlaceResult.Placed) placed).order().id();
    }

    @Override
    public CrateId crateOf(OrderId id) {
        Order order = TestRegions.run(market.region, story.orders.find(market.region, id));
        UUID crate = UUID.randomUUID();
        market.run(
                "INSERT INTO crate (region_id, crate_id, tour_id, market_day, producer_id, cold_class, code, packed_at)"
                        + " VALUES (:region, :crate, :tour, :day, :farm, 'AMBIENT', :code, now())",
                Map.of(
                        "crate",
                        crate,
                        "tour",
                        UUID.randomUUID(),
                        "day",
                        Market.DAY,
                        "farm",
                        market.farm.value(),
                        "code",
                        crate.toString()));
        market.run(
                "INSERT INTO crate_line (region_id, crate_id, line_no, order_id, product_id, quantity)"
                        + " VALUES (:region, :crate, 1, :order, :product, 2)",
                Map.of(
                        "crate",
                        crate,
                        "order",
                        id.value(),
                        "product",
                        order.lines().getFirst().product().value()));
        // What the producer had in mind for the lines, so that they may be loaded.
        market.run(
                "UPDATE order_line SET state = 'CONFIRMED', confirmed = ordered, confirmed_cents = ordered_cents"
                        + " WHERE region_id = :region AND order_id = :order AND state = 'REQUESTED'",
                Map.of("order", id.value()));
        return new CrateId(crate);
    }

    @Override
    public TourId tourOf(DeviceId device, long generation) {
        TourId tour = new TourId(UUID.randomUUID());
        UUID van = UUID.randomUUID();
        market.run(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (:region, :van, 'Wagen 1', 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                Map.of("van", van));
        market.run(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, device_id, created_at)"
                        + " VALUES (:region, :tour, :day, :van, 'RELEASED', :generation, :device, now())",
                Map.of(
                        "tour",
                        tour.value(),
                        "day",
                        Market.DAY,
                        "van",
                        van,
                        "generation",
                        generation,
                        "device",
                        device.value()));
        market.run(
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, call_id, arrive_at, leave_at, metres)"
                        + " VALUES (:region, :tour, 1, 'CALL', 'Peißen', :call, '10:00', '10:20', 0)",
                Map.of("tour", tour.value(), "call", market.call.value()));
        return tour;
    }

    @Override
    public void revoke(DeviceId device) {
        market.run(
                "UPDATE device SET revoked_at = now() WHERE region_id = :region AND device_id = :device",
                Map.of("device", device.value()));
    }

    @Override
    public void release(Bytes body) {
        TestRegions.run(
                market.region,
                story.quarantine
                        .all(market.region, 10)
                        .filter(kept -> Bytes.of(kept.body()).equals(body))
                        .concatMap(
                                kept ->
                                        story.quarantine.release(
                                                market.region,
                                                kept.id(),
                                                null,
                                                new KeptBatch.Release(
                                                        story.clock.instant(), "ehrlich", 0, 0)))
                        .then());
    }

    @Override
    public Optional<Long> custodyOf(TourId tour) {
        return texts(
                        "SELECT custody_generation::text AS value FROM tour WHERE region_id = :region"
                                + " AND custody_since IS NOT NULL AND custody_until IS NULL AND tour_id = '"
                                + tour
                                + "'")
                .stream()
                .map(Long::valueOf)
                .findFirst();
    }

    @Override
    public Optional<Place> goesOnAfter(JournalId journal) {
        return texts(
                        "SELECT parent_id || ' ' || parent_seq AS value FROM journal_parent"
                                + " WHERE region_id = :region AND journal_id = '"
                                + journal
                                + "'")
                .stream()
                .map(row -> row.split(" "))
                .map(row -> new Place(JournalId.of(row[0]), Long.parseLong(row[1])))
                .findFirst();
    }

    @Override
    public long facts(String name) {
        return market.facts(name);
    }

    @Override
    public List<String> cases() {
        return texts(
                "SELECT kind AS value FROM exception_case WHERE region_id = :region AND closed_at IS NULL ORDER BY kind");
    }

    @Override
    public List<Long> receipts() {
        return texts(
                        "SELECT receipt_no::text AS value FROM receipt WHERE region_id = :region ORDER BY receipt_no")
                .stream()
                .map(Long::valueOf)
                .toList();
    }

    @Override
    public long aboard(TourId tour) {
        return market.number(
                "SELECT coalesce(sum(amount), 0)::bigint FROM stock_move WHERE region_id = :region AND tour_id = :tour",
                Map.of("tour", tour.value()));
    }

    @Override
    public Map<String, Bytes> items(String stream) {
        return texts(
                        "SELECT key || ' ' || encode(value, 'hex') AS value FROM feed_item"
                                + " WHERE region_id = :region AND stream = '"
                                + stream
                                + "'")
                .stream()
                .map(row -> row.split(" "))
                .collect(Collectors.toMap(row -> row[0], row -> Bytes.ofHex(row[1])));
    }

    @Override
    public StreamHead head(String stream) {
        String[] row =
                texts(
                                "SELECT seq || ' ' || encode(state_hash, 'hex') AS value FROM stream_head"
                                        + " WHERE region_id = :region AND stream = '"
                                        + stream
                                        + "'")
                        .getFirst()
                        .split(" ");
        return new StreamHead(stream, Long.parseLong(row[0]), Bytes.ofHex(row[1]));
    }

    private List<String> texts(String sql) {
        return TestRegions.run(
                market.region,
                story.db
                        .sql(sql)
                        .bind("region", market.region.id().value())
                        .map(row -> row.get("value", String.class))
                        .all()
                        .collectList());
    }
}
