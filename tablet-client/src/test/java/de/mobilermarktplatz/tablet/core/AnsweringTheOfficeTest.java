package de.mobilermarktplatz.tablet.core;

import static de.mobilermarktplatz.tablet.SampleTour.CHEESE;
import static de.mobilermarktplatz.tablet.SampleTour.DUE;
import static de.mobilermarktplatz.tablet.SampleTour.DUE_CODE;
import static de.mobilermarktplatz.tablet.SampleTour.PAID;
import static de.mobilermarktplatz.tablet.SampleTour.PAID_CODE;
import static de.mobilermarktplatz.tablet.SampleTour.POTATOES;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.journal.Verdict;
import de.mobilermarktplatz.contract.tour.RequestKind;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.WantedLine;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Rows of the conflict table, as the van decides them. 19 sacks of potatoes are aboard, 4 ordered.
 */
class AnsweringTheOfficeTest {
    private static final Instant ASKED = Instant.parse("2026-11-23T08:00:00Z");

    private final AVan van = AVan.loaded();
    private int made;

    @Test
    void aCancellationBeforeTheHandoverFreesTheGoods() {
        long free = free();

        var answer = van.hears(wish(RequestKind.CANCEL, PAID));

        assertThat(answer).singleElement().extracting("verdict").isEqualTo(Verdict.DONE);
        assertThat(free()).isEqualTo(free + 2);
        assertThat(van.hints).singleElement().asString().contains("1001").contains("frei");
        assertThat(van.asks(handOver(PAID_CODE.toString(), null)))
                .isInstanceOfSatisfying(
                        Decision.Refused.class,
                        no -> assertThat(no.sentence()).contains("storniert"));
        assertThat(OrderCard.at(van.aboard(), van.aboard().call()))
                .filteredOn(card -> card.order().equals(PAID))
                .singleElement()
                .satisfies(
                        card -> {
                            assertThat(card.progress()).isEqualTo(OrderProgress.CANCELLED);
                            assertThat(card.lines()).hasSize(2);
                        });
    }

    @Test
    void aCancellationAfterTheHandoverIsTooLateAndTheHandoverStands() {
        van.does(handOver(PAID_CODE.toString(), null));

        var answer = van.hears(wish(RequestKind.CANCEL, PAID));

        assertThat(answer).singleElement().extracting("verdict").isEqualTo(Verdict.TOO_LATE);
        assertThat(van.aboard().state().orders()).containsEntry(PAID, OrderProgress.HANDED_OVER);
        assertThat(van.hints).singleElement().asString().contains("schon erledigt");
    }

    @Test
    void everyWishIsAnsweredOnceHoweverOftenItComes() {
        var wish = wish(RequestKind.CANCEL, PAID);

        assertThat(van.hears(wish)).hasSize(1);

        assertThat(van.hears(wish)).isEmpty();
        assertThat(van.hears(wish(RequestKind.CANCEL, PAID)))
                .as("somebody else wants the same")
                .singleElement()
                .extracting("verdict")
                .isEqualTo(Verdict.DONE);
    }

    @Test
    void lessIsAlwaysPossibleAndCostsLessAtTheVan() {
        long free = free();

        van.hears(wish(RequestKind.DECREASE, DUE, new WantedLine(1, 1), new WantedLine(2, 0)));

        assertThat(free()).isEqualTo(free + 1);
        van.does(handOver(DUE_CODE.toString(), Money.cents(120)));
        assertThat(sale().total()).isEqualTo(Money.cents(120));
        assertThat(((Handover) van.written.getLast()).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.amount()).isEqualTo(1));
    }

    @Test
    void lessThanItIsAlreadyChangesNothingForTheWorse() {
        van.hears(wish(RequestKind.DECREASE, DUE, new WantedLine(1, 1)));
        van.hears(wish(RequestKind.DECREASE, DUE, new WantedLine(1, 2)));

        van.does(handOver(DUE_CODE.toString(), Money.euros(10, 0)));

        assertThat(((Handover) van.written.getLast()).lines().getFirst().amount()).isEqualTo(1);
    }

    @Test
    void moreComesFromFreeStockAsFarAsItGoes() {
        assertThat(free()).isEqualTo(15);

        var answer = van.hears(wish(RequestKind.INCREASE, DUE, new WantedLine(1, 30)));

        assertThat(answer).singleElement().extracting("verdict").isEqualTo(Verdict.DONE);
        assertThat(free()).as("all that was free is reserved now").isZero();
        van.does(handOver(DUE_CODE.toString(), Money.euros(50, 0)));
        assertThat(((Handover) van.written.getLast()).lines().getFirst().amount()).isEqualTo(17);
        assertThat(sale().total()).isEqualTo(Money.cents(17 * 120 + 280 + 15));
    }

    @Test
    void moreIsNotPossibleWhenNothingIsFreeOrTheCardCannotPayIt() {
        van.scans(new DraftLine.Goods(POTATOES, 15));

        var answers =
                van.hears(
                        wish(RequestKind.INCREASE, DUE, new WantedLine(1, 3)),
                        wish(RequestKind.INCREASE, PAID, new WantedLine(1, 3)));

        assertThat(answers)
                .extracting("verdict")
                .containsExactly(Verdict.NOT_POSSIBLE, Verdict.NOT_POSSIBLE);
    }

    @Test
    void whatWantsFreeStockWaitsUntilTheLooseGoodsAreAboard() {
        var loading = new AVan();

        assertThat(loading.hears(wish(RequestKind.INCREASE, DUE, new WantedLine(1, 3)))).isEmpty();

        loading.does(new Command.Load("all"));
        assertThat(loading.answers()).singleElement().extracting("verdict").isEqualTo(Verdict.DONE);
    }

    @Test
    void anOrderThatWasMadeSmallerCanStillBeRefusedAsAWhole() {
        van.hears(wish(RequestKind.DECREASE, DUE, new WantedLine(2, 0)));

        van.does(
                new Command.Refuse(
                        new Command.Proof.Spoken(DUE_CODE.toString()), RefusalReason.values()[0]));

        assertThat(van.aboard().state().orders()).containsEntry(DUE, OrderProgress.REFUSED);
    }

    @Test
    void anOrderThatIsNotAboardCannotBeChanged() {
        assertThat(van.hears(wish(RequestKind.CANCEL, new OrderId(new UUID(77, 1)))))
                .singleElement()
                .extracting("verdict")
                .isEqualTo(Verdict.NOT_POSSIBLE);
    }

    @Test
    void theVanGivesTheWebWhatIsFreeAndNoLongerPromisesIt() {
        var answer = van.hears(giving(50));

        assertThat(answer.getFirst().given())
                .containsExactly(new StockItem(POTATOES, Unit.PIECE, 15));
        assertThat(free()).isZero();
        assertThat(van.hears(giving(1)))
                .singleElement()
                .extracting("verdict")
                .isEqualTo(Verdict.NOT_POSSIBLE);
    }

    @Test
    void goodsInTheHandAreSoldEvenWhenTheyWereGivenToTheWeb() {
        van.hears(giving(20));
        van.scans(new DraftLine.Goods(POTATOES, 1));

        van.does(new Command.Pay(Money.cents(120), null));

        assertThat(van.hints).singleElement().asString().contains("Kartoffeln");
        assertThat(free()).isEqualTo(-1);
    }

    @Test
    void theCountAtTheEndEndsWhatWasGiven() {
        van.hears(giving(3));
        van.does(new Command.Unload(java.util.Map.of()));

        assertThat(van.aboard().state().asked().given()).isEmpty();
        assertThat(van.aboard().state().aboard(CHEESE)).isZero();
    }

    private long free() {
        return van.aboard().free(POTATOES);
    }

    private Sale sale() {
        return van.written.stream()
                .filter(Sale.class::isInstance)
                .map(Sale.class::cast)
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static Command handOver(String code, Money tendered) {
        return new Command.HandOver(
                new Command.Proof.Spoken(code),
                Set.of(),
                RefusalReason.values()[0],
                tendered,
                null);
    }

    private TourRequest wish(RequestKind kind, OrderId order, WantedLine... lines) {
        return new TourRequest(
                new FactId(new UUID(50, ++made)),
                kind,
                order,
                List.of(lines),
                List.of(),
                ASKED.plusSeconds(made));
    }

    private TourRequest giving(long sacks) {
        return new TourRequest(
                new FactId(new UUID(50, ++made)),
                RequestKind.GIVE_STOCK,
                null,
                List.of(),
                List.of(new StockItem(POTATOES, Unit.PIECE, sacks)),
                ASKED.plusSeconds(made));
    }
}
