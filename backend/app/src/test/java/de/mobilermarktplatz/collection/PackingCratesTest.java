package de.mobilermarktplatz.collection;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.ordering.LineState;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.PayBy;
import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestRegions;
import de.mobilermarktplatz.touring.TourReleased;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;

@MarktplatzTest
class PackingCratesTest {

    private final TestRegions regions;
    private final ApplicationContext beans;
    private final ProducerRequests requests;
    private final RequestAnswers answers;
    private final CratePacker packer;
    private final Crates crates;
    private final Outbox outbox;
    private final TestClock clock;

    PackingCratesTest(
            TestRegions regions,
            ApplicationContext beans,
            ProducerRequests requests,
            RequestAnswers answers,
            CratePacker packer,
            Crates crates,
            Outbox outbox,
            TestClock clock) {
        this.regions = regions;
        this.beans = beans;
        this.requests = requests;
        this.answers = answers;
        this.packer = packer;
        this.crates = crates;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Test
    void aTourGetsOneCratePerColdClassWithTheLastStopLowestAndTheFreeSaleOnTop() {
        clock.set(TestClock.MONDAY_MORNING);
        FarmDay day = new FarmDay(regions.create(), beans);
        Order first = day.order(day.firstCall, PayBy.AT_VAN, "K-1", 2);
        Order second = day.order(day.secondCall, PayBy.AT_VAN, "K-1", 3);
        Order juice = day.order(day.secondCall, PayBy.AT_VAN, "S-1", 6);
        clock.set(FarmDay.FROZEN);
        day.run(requests.makeDue(day.region));
        confirmAll(day);
        TourId tour = tour(day);

        day.run(outbox.append(new TourReleased(tour.value(), FarmDay.THURSDAY)));
        // Every fact reaches its handlers, the crates' among them.
        assertThat(day.messages("producer-request")).hasSize(1);
        List<Crate> packed = day.run(crates.ofTour(day.region, tour).collectList());
        assertThat(packed).hasSize(2).allMatch(crate -> crate.code().length() == 6);
        assertThat(of(packed, ColdClass.CHILLED))
                .extracting(Crate.Item::order, Crate.Item::quantity)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(second.id(), 3L),
                        org.assertj.core.groups.Tuple.tuple(first.id(), 2L),
                        org.assertj.core.groups.Tuple.tuple(null, 5L));
        assertThat(of(packed, ColdClass.AMBIENT))
                .extracting(Crate.Item::order)
                .containsExactly(juice.id());
        assertThat(day.now(first.id()).lines().getFirst().state()).isEqualTo(LineState.PACKED);

        List<Crate> again = day.run(packer.packFor(day.region, tour).collectList());
        assertThat(again).containsExactlyInAnyOrderElementsOf(packed);
        assertThat(day.run(crates.ofTour(day.region, tour).collectList())).hasSize(2);
    }

    private void confirmAll(FarmDay day) {
        ProducerRequest request =
                Objects.requireNonNull(
                                day.run(requests.from(day.region, FarmDay.THURSDAY).collectList()))
                        .getFirst();
        Map<Integer, Long> all = new HashMap<>();
        request.lines().forEach(line -> all.put(line.number(), line.total()));
        assertThat(day.run(answers.answer(day.region, request.id(), all, "Bauer Beispiel")))
                .isEqualTo(new AnswerResult.Answered(0));
    }

    private static List<Crate.Item> of(List<Crate> crates, ColdClass coldClass) {
        return crates.stream()
                .filter(crate -> crate.coldClass() == coldClass)
                .findFirst()
                .orElseThrow()
                .items();
    }

    private TourId tour(FarmDay day) {
        UUID tour = UUID.randomUUID();
        UUID van = UUID.randomUUID();
        day.sql(
                "INSERT INTO van (region_id, van_id, name, depot_name, lat_e6, lon_e6, shift_from, shift_to,"
                        + " cents_per_day, cents_per_kilometre, cents_per_hour) VALUES (:region, :van, 'Wagen 1', 'Hof',"
                        + " 51800000, 11700000, '06:00', '16:00', 0, 0, 0)",
                Map.of("van", van));
        day.sql(
                "INSERT INTO tour (region_id, tour_id, market_day, van_id, state, created_at)"
                        + " VALUES (:region, :tour, :day, :van, 'RELEASED', now())",
                Map.of("tour", tour, "day", FarmDay.THURSDAY, "van", van));
        visit(day, tour, 1, day.firstCall.value());
        visit(day, tour, 2, day.secondCall.value());
        day.sql(
                "INSERT INTO tour_stock (region_id, tour_id, product_id, unit, amount)"
                        + " VALUES (:region, :tour, :product, 'PIECE', 5)",
                Map.of("tour", tour, "product", day.offer("K-1").product().id().value()));
        return new TourId(tour);
    }

    private static void visit(FarmDay day, UUID tour, int number, UUID call) {
        day.sql(
                "INSERT INTO tour_visit (region_id, tour_id, visit_no, kind, name, call_id, arrive_at, leave_at, metres)"
                        + " VALUES (:region, :tour, :no, 'CALL', 'Peißen', :call, '10:00', '10:20', 0)",
                Map.of("tour", tour, "no", number, "call", call));
    }
}
