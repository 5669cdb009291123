package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.DeliveredLine;
import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.HandoverProof;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.RequestVerdict;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.StockCount;
import de.mobilermarktplatz.contract.journal.StopArrive;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.BasketLine;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.ordering.ChangeResult;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Market;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.ordering.OrderRequests;
import de.mobilermarktplatz.ordering.OrderState;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.ordering.PlaceResult;
import de.mobilermarktplatz.ordering.Wish;
import de.mobilermarktplatz.platform.jobs.Jobs;
import de.mobilermarktplatz.platform.outbox.Relay;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.Custodies;
import de.mobilermarktplatz.touring.OrderChanges;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;

/**
 * The rows of the conflict table (sync.md 2.5), over the real backend: who decides, and what
 * stands.
 */
@MarktplatzTest
class ConflictTableTest {

    private final Market market;
    private final TestTablet van;
    private final TestTablet otherVan;
    private final Devices devices;
    private final Orders orders;
    private final OrderLines lines;
    private final OrderChanges changes;
    private final OrderRequests requests;
    private final Custodies custodies;
    private final Relay relay;
    private final Jobs jobs;
    private final TestClock clock;
    private final TourId tour = new TourId(UUID.randomUUID());
    private OfferId juice = new OfferId(UUID.randomUUID());
    private Order order;

    ConflictTableTest(
            AutowireCapableBeanFactory beans,
            TestRegions regions,
            TestHttp http,
            DatabaseClient db,
            UuidV7 ids,
            TestClock clock) {
        clock.set(TestClock.MONDAY_MORNING);
        this.market = new Market(regions.create(), db);
        this.van = new TestTablet(http, market.region, ids, clock);
        this.otherVan = new TestTablet(http, market.region, ids, clock);
        this.devices = beans.getBean(Devices.class);
        this.orders = beans.getBean(Orders.class);
        this.lines = beans.getBean(OrderLines.class);
        this.changes = beans.getBean(OrderChanges.class);
        this.requests = beans.getBean(OrderRequests.class);
        this.custodies = beans.getBean(Custodies.class);
        this.relay = beans.getBean(Relay.class);
        this.jobs = beans.getBean(Jobs.class);
        this.clock = clock;
    }

    @BeforeEach
    void threeBottlesOfJuiceAreInTheVan() {
        juice = market.piece(market.farm, "Apfelsaft", 250, 10, 15);
        PlaceResult placed =
                run(
                        orders.place(
                                market.region,
                                market.order("one", PayBy.AT_VAN, new Wish(juice, 3))));
        order = ((PlaceResult.Placed) placed).order();
        run(lines.request(market.region, Market.DAY, market.farm));
        for (TestTablet tablet : List.of(van, otherVan)) {
            assertThat(tablet.enrol(run(devices.newCode(market.region)))).isEqualTo(200);
        }
        aTour(van.enrolment().device().value());
        van.writes(new Load(tour, List.of(), List.of()));
    }

    @Test
    void aCancellationBeforeTheHandoverIsTheVansToDecideAndItSaysYes() {
        van.uploads(1);
        assertThat(run(custodies.of(market.region, tour)).isOpen()).isTrue();
        FactId request = asked(run(changes.cancel(market.region, order.id(), "Frau Amt")));
        assertThat(state()).as("only asked").isEqualTo(OrderState.IN_PREPARATION);
        relayed();
        assertThat(downStream(request)).isEqualTo(1);
        assertThat(told("Wir fragen den Marktwagen")).isEqualTo(1);

        van.writes(done(request, 0));
        van.uploads(2);
        relayed();

        assertThat(state()).isEqualTo(OrderState.CANCELLED);
        assertThat(answer(request)).isEqualTo(OrderRequest.State.DONE);
        assertThat(downStream(request)).as("answered wishes leave the stream").isZero();
        assertThat(told("ist storniert")).isEqualTo(1);
        assertThat(cases()).isZero();
    }

    @Test
    void aCancellationAgainstAHandoverWithoutANetworkIsTooLate() {
        van.uploads(1);
        FactId request = asked(run(changes.cancel(market.region, order.id(), "Frau Amt")));

        van.writes(handedOver(3));
        van.writes(RequestVerdict.no(request, Verdict.TOO_LATE, order.id()));
        van.uploads(2);
        relayed();

        assertThat(state()).isEqualTo(OrderState.HANDED_OVER);
        assertThat(answer(request)).isEqualTo(OrderRequest.State.TOO_LATE);
        assertThat(cases("CHANGE_TOO_LATE")).isEqualTo(1);
        assertThat(told("ließ sich nicht mehr ändern")).isEqualTo(1);
    }

    @Test
    void aVanThatNobodyKnewToBeLoadedHasHandedOverWhatTheDeskCancelled() {
        assertThat(run(changes.cancel(market.region, order.id(), "Frau Amt")))
                .isInstanceOf(ChangeResult.Done.class);

        van.writes(handedOver(3));
        van.uploads(1);
        relayed();

        assertThat(state()).as("the handover stands").isEqualTo(OrderState.HANDED_OVER);
        assertThat(cases("CHANGE_TOO_LATE")).isEqualTo(1);
        assertThat(told("ließ sich nicht mehr ändern")).isEqualTo(1);
    }

    @Test
    void moreIsWhatTheVanCouldSpare() {
        van.uploads(1);
        FactId request = asked(change(9));

        van.writes(done(request, 5));
        van.writes(handedOver(5));
        van.uploads(2);

        assertThat(line().delivered()).isEqualTo(line().portion(5));
        assertThat(answer(request)).isEqualTo(OrderRequest.State.DONE);
    }

    @Test
    void lessIsAlwaysPossibleAndCostsLess() {
        van.uploads(1);
        FactId request = asked(change(1));

        van.writes(done(request, 1));
        van.uploads(2);
        relayed();

        assertThat(line().current()).isEqualTo(line().portion(1));
        assertThat(line().state()).isNotEqualTo(LineState.CANCELLED);
        assertThat(told("ist geändert")).isEqualTo(1);
    }

    @Test
    void oneCodeOnTwoVansIsTwoFactsOneHandoverAndACase() {
        van.writes(handedOver(3));
        van.uploads(1);
        otherVan.writes(handedOver(3));
        otherVan.uploads(1);

        assertThat(count("inbox")).as("both are kept").isEqualTo(3);
        assertThat(market.facts("OrderHandedOver")).as("and charged once").isEqualTo(1);
        assertThat(cases("DUPLICATE_HANDOVER")).isEqualTo(1);
        assertThat(line().delivered()).isEqualTo(line().portion(3));
    }

    @Test
    void aStopThatWasCancelledIsInformationOnly() {
        market.run(
                "UPDATE call SET state = 'CANCELLED' WHERE region_id = :region AND call_id = :call",
                Map.of("call", market.call.value()));

        van.writes(new StopArrive(tour, 1, market.call));
        van.writes(handedOver(3));
        van.uploads(1);

        assertThat(state()).isEqualTo(OrderState.HANDED_OVER);
        assertThat(cases()).isZero();
    }

    @Test
    void anAnswerThatComesTwiceCountsOnceAndTheSecondVansIsIgnored() {
        van.uploads(1);
        FactId request = asked(change(1));
        van.writes(done(request, 1));
        van.uploads(2);

        otherVan.writes(done(request, 2));
        otherVan.uploads(1);
        van.uploads(2);

        assertThat(line().current()).isEqualTo(line().portion(1));
        assertThat(market.facts("OrderChangeAnswered")).isEqualTo(1);
    }

    @Test
    void aWishThatNoVanAnsweredHasItsAnswerWhenTheGoodsAreBack() {
        van.writes(new StockCount(tour, List.of()));
        van.uploads(1);
        FactId cancel = asked(run(changes.cancel(market.region, order.id(), "Frau Amt")));
        clock.advance(Duration.ofHours(12));

        run(jobs.runNow(market.region, "touring.end-custody"));
        relayed();

        assertThat(answer(cancel)).isNotEqualTo(OrderRequest.State.OPEN);
        assertThat(line().state().isFinal()).as("nobody collected it").isTrue();
        assertThat(state()).isNotEqualTo(OrderState.ON_BOARD);

        van.writes(handedOver(3));
        van.uploads(3);
        assertThat(state())
                .as("late news of the van still stand")
                .isEqualTo(OrderState.HANDED_OVER);
    }

    @Test
    void aPriceThatTheTabletWasShownHoldsForADayAndAnyOtherIsFlagged() {
        assertThat(van.get("/tours/" + tour + "/snapshot").statusCode()).isEqualTo(200);
        market.run("UPDATE offer SET price_cents = 300 WHERE region_id = :region", Map.of());
        assertThat(van.get("/tours/" + tour + "/snapshot").statusCode()).isEqualTo(200);
        Instant changed = clock.instant();
        van.writesAt(changed.plus(Duration.ofHours(24)), sale(1, 250));
        van.writesAt(changed, sale(2, 300));
        van.uploads(1);
        run(jobs.runNow(market.region, "sync.check-prices"));
        assertThat(cases()).as("both prices hold").isZero();

        van.writesAt(changed.plus(Duration.ofHours(25)), sale(3, 250));
        van.writesAt(changed, sale(4, 1));
        van.uploads(4);
        run(jobs.runNow(market.region, "sync.check-prices"));
        run(jobs.runNow(market.region, "sync.check-prices"));

        assertThat(cases("PRICE_NOT_SHOWN")).isEqualTo(2);
        assertThat(count("receipt")).as("all are booked").isEqualTo(4);
    }

    private Sale sale(long number, long cents) {
        BasketLine juice =
                BasketLine.goods(
                        line().product(),
                        "Apfelsaft",
                        new Quantity(Unit.PIECE, 1),
                        Money.cents(cents),
                        VatKey.GENERAL);
        Receipt receipt =
                Receipt.cash(
                        new Basket(List.of(juice)),
                        VatRates.german(),
                        Market.DAY,
                        Money.cents(cents));
        return Sale.of(number, tour, market.call, null, receipt, 0, null);
    }

    @Test
    void whileTheVanIsAwayTheWebSellsNothingOfWhatItHas() {
        clock.set(Market.DAY.atTime(8, 0).toInstant(ZoneOffset.UTC));
        van.writes(sale(1, 250));

        List<PlaceResult> wishes =
                run(
                        Flux.range(0, 20)
                                .flatMap(
                                        n ->
                                                orders.place(
                                                        market.region,
                                                        market.order(
                                                                "late-" + n,
                                                                PayBy.AT_VAN,
                                                                new Wish(juice, 1))),
                                        20)
                                .collectList());
        van.uploads(1);

        assertThat(wishes).hasSize(20).noneMatch(PlaceResult.Placed.class::isInstance);
        assertThat(market.orders()).isEqualTo(1);
        assertThat(count("receipt")).isEqualTo(1);
    }

    @Test
    void theUnloadCountGivesTheGoodsBackTwelveHoursLater() {
        van.writes(new StockCount(tour, List.of()));
        van.uploads(1);

        assertThat(run(custodies.of(market.region, tour)).until())
                .isEqualTo(TestClock.MONDAY_MORNING.plusSeconds(12 * 3600));
    }

    private void aTour(UUID device) {
        UUID wheels = UUID.randomUUID();
        market.run(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (:region, :van, 'Wagen 1', 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                Map.of("van", wheels));
        market.run(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, generation, device_id, created_at)"
                        + " VALUES (:region, :tour, :day, :van, 'RELEASED', 1, :device, now())",
                Map.of("tour", tour.value(), "day", Market.DAY, "van", wheels, "device", device));
        market.run(
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, call_id, arrive_at, leave_at, metres)"
                        + " VALUES (:region, :tour, 1, 'CALL', 'Peißen', :call, '10:00', '10:20', 0)",
                Map.of("tour", tour.value(), "call", market.call.value()));
    }

    private Handover handedOver(long pieces) {
        return new Handover(
                order.id(),
                market.call,
                tour,
                HandoverProof.QR,
                List.of(new DeliveredLine(1, Unit.PIECE, pieces)),
                Money.ZERO,
                null);
    }

    private RequestVerdict done(FactId request, long pieces) {
        return new RequestVerdict(
                request,
                Verdict.DONE,
                order.id(),
                List.of(new DeliveredLine(1, Unit.PIECE, pieces)),
                null);
    }

    private ChangeResult change(long pieces) {
        return run(changes.change(market.region, order.id(), Map.of(1, pieces), "Frau Amt"));
    }

    private static FactId asked(ChangeResult result) {
        assertThat(result).isInstanceOf(ChangeResult.Asked.class);
        return ((ChangeResult.Asked) result).request();
    }

    private OrderRequest.State answer(FactId request) {
        return run(requests.find(market.region, request)).state();
    }

    private OrderState state() {
        return run(orders.find(market.region, order.id())).state();
    }

    private de.mobilermarktplatz.ordering.OrderLine line() {
        return run(orders.find(market.region, order.id())).lines().getFirst();
    }

    private void relayed() {
        run(relay.drain(market.region));
    }

    private long downStream(FactId request) {
        return market.number(
                "SELECT count(*) FROM feed_item WHERE region_id = :region AND key = :key",
                Map.of("key", "request:" + request));
    }

    private long told(String subject) {
        return market.number(
                "SELECT count(*) FROM message WHERE region_id = :region AND subject LIKE :subject",
                Map.of("subject", "%" + subject + "%"));
    }

    private long cases() {
        return count("exception_case");
    }

    private long cases(String kind) {
        return market.number(
                "SELECT count(*) FROM exception_case WHERE region_id = :region AND kind = :kind",
                Map.of("kind", kind));
    }

    private long count(String table) {
        return market.number(
                "SELECT count(*) FROM " + table + " WHERE region_id = :region", Map.of());
    }

    private <T> T run(reactor.core.publisher.Mono<T> mono) {
        return TestRegions.run(market.region, mono);
    }
}
