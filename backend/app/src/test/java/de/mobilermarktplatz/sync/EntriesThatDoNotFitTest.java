package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.HandoverProof;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Market;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import io.r2dbc.spi.R2dbcNonTransientResourceException;
import io.r2dbc.spi.R2dbcTransientResourceException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.r2dbc.UncategorizedR2dbcException;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.transaction.CannotCreateTransactionException;

/** One entry that makes no sense neither stops the tablet's journal nor touches what does. */
@MarktplatzTest
class EntriesThatDoNotFitTest {

    private final Market market;
    private final TestTablet tablet;
    private final Devices devices;
    private final Orders orders;
    private final OrderLines lines;
    private final TestClock clock;
    private final TourId tour = new TourId(UUID.randomUUID());
    private OrderId order;

    EntriesThatDoNotFitTest(
            TestRegions regions,
            TestHttp http,
            DatabaseClient db,
            UuidV7 ids,
            TestClock clock,
            Devices devices,
            Orders orders,
            OrderLines lines) {
        this.market = new Market(regions.create(), db);
        this.tablet = new TestTablet(http, market.region, ids, clock);
        this.devices = devices;
        this.orders = orders;
        this.lines = lines;
        this.clock = clock;
        this.order = new OrderId(UUID.randomUUID());
    }

    @BeforeEach
    void anOrderIsOnItsWay() {
        clock.set(TestClock.MONDAY_MORNING);
        String code = TestRegions.run(market.region, devices.newCode(market.region));
        assertThat(tablet.enrol(code)).isEqualTo(200);
        OfferId juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        PlaceResult placed =
                TestRegions.run(
                        market.region,
                        orders.place(
                                market.region,
                                market.order("one", PayBy.AT_VAN, new Wish(juice, 2))));
        order = ((PlaceResult.Placed) placed).order().id();
        TestRegions.run(market.region, lines.request(market.region, Market.DAY, market.farm));
    }

    @Test
    void anEntryThatCannotBeBookedIsKeptAndTheOfficeIsToldAndTheOthersCount() {
        tablet.writes(payIn(10_000));
        tablet.writes(handedOver(-1));
        tablet.writes(payIn(500));

        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(3);

        assertThat(count("inbox")).isEqualTo(3);
        assertThat(count("receipt")).isEqualTo(2);
        assertThat(cases("ENTRY_NOT_CARRIED_OUT")).isEqualTo(1);
        assertThat(state()).isEqualTo(LineState.REQUESTED);

        tablet.writes(handedOver(2));
        assertThat(accepted(tablet.uploads(4)).ack()).isEqualTo(4);
        assertThat(state()).isEqualTo(LineState.HANDED_OVER);
    }

    @Test
    void onlyTroubleOfTheEntryItselfCostsItItsEffect() {
        assertThat(Poison.is(new IllegalArgumentException("Negative quantity"))).isTrue();
        assertThat(Poison.is(new DataIntegrityViolationException("too large"))).isTrue();
        assertThat(Poison.is(new CannotCreateTransactionException("no connection free"))).isFalse();
        assertThat(Poison.is(new R2dbcTransientResourceException("connection broke"))).isFalse();
        for (String passing : List.of("40P01", "40001", "53300", "57P01", "08006", "55P03")) {
            assertThat(Poison.is(fromTheDatabase(passing))).as(passing).isFalse();
        }
        assertThat(Poison.is(fromTheDatabase("22003"))).isTrue();
        assertThat(Poison.is(fromTheDatabase("23514"))).isTrue();
        assertThat(Poison.is(new UnsupportedOperationException("a stream is full"))).isFalse();
    }

    /** As what nobody translated reaches us. */
    private static RuntimeException fromTheDatabase(String state) {
        return new UncategorizedR2dbcException(
                "upload", "UPDATE", new R2dbcNonTransientResourceException("told", state));
    }

    @Test
    void aTabletThatLostItsTourToAnotherDoesNotEndIt() {
        tourOf(UUID.randomUUID());
        tablet.writes(closing());

        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(1);

        assertThat(state()).as("somebody may still collect it").isEqualTo(LineState.REQUESTED);
        assertThat(cases("CLOSED_BY_ANOTHER_TABLET")).isEqualTo(1);
        assertThat(count("closing")).as("the till's own day is closed").isEqualTo(1);
    }

    @Test
    void theTabletThatHoldsTheTourEndsIt() {
        tourOf(tablet.enrolment().device().value());
        tablet.writes(closing());

        assertThat(accepted(tablet.uploads(1)).ack()).isEqualTo(1);

        assertThat(state()).isEqualTo(LineState.UNCOLLECTED);
        assertThat(market.facts("TourClosed")).isEqualTo(1);
    }

    @Test
    void aBatchThatIsRefusedForEverIsKeptOnceHoweverOftenItComes() {
        tablet.writes(payIn(10_000));
        var foreign = tablet.batchSignedByAStranger();

        assertThat(tablet.send(1, foreign).statusCode()).isEqualTo(422);
        assertThat(tablet.send(1, foreign).statusCode()).isEqualTo(422);

        assertThat(count("quarantine")).isEqualTo(1);
    }

    private void tourOf(UUID device) {
        UUID van = UUID.randomUUID();
        market.run(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (:region, :van, 'Wagen 1', 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                Map.of("van", van));
        market.run(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, device_id, created_at)"
                        + " VALUES (:region, :tour, :day, :van, 'RELEASED', 1, :device, now())",
                Map.of("tour", tour.value(), "day", Market.DAY, "van", van, "device", device));
        market.run(
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, call_id, arrive_at, leave_at, metres)"
                        + " VALUES (:region, :tour, 1, 'CALL', 'Peißen', :call, '10:00', '10:20', 0)",
                Map.of("tour", tour.value(), "call", market.call.value()));
    }

    private Handover handedOver(long pieces) {
        return new Handover(
                order,
                market.call,
                tour,
                HandoverProof.values()[0],
                List.of(new DeliveredLine(1, Unit.PIECE, pieces)),
                Money.ZERO,
                null);
    }

    private Closing closing() {
        return new Closing(
                1,
                Market.DAY,
                tour,
                Money.ZERO,
                Money.ZERO,
                Money.ZERO,
                List.of(),
                List.of(),
                0,
                0,
                0,
                1,
                0,
                Bytes.of(new byte[32]));
    }

    private static CashMovement payIn(long cents) {
        return new CashMovement(1, CashMovementKind.PAY_IN, new Money(cents), null);
    }

    private LineState state() {
        return TestRegions.run(market.region, orders.find(market.region, order))
                .lines()
                .getFirst()
                .state();
    }

    private long count(String table) {
        return market.number(
                "SELECT count(*) FROM " + table + " WHERE region_id = :region", Map.of());
    }

    private long cases(String kind) {
        return market.number(
                "SELECT count(*) FROM exception_case WHERE region_id = :region AND kind = :kind",
                Map.of("kind", kind));
    }

    private static UploadReply accepted(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isEqualTo(200);
        return UploadReply.decode(answer.body());
    }
}
