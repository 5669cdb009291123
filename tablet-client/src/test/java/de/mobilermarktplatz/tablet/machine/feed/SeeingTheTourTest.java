package de.mobilermarktplatz.tablet.machine.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.Items;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.Change;
import de.mobilermarktplatz.tablet.core.DraftLine;
import de.mobilermarktplatz.tablet.core.OrderProgress;
import de.mobilermarktplatz.tablet.core.TabletState;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the driver sees: the server's items, and over them what happened on board. */
class SeeingTheTourTest {
    private final TourSnapshot taken = SampleTour.snapshot();
    private final ItemsOf items = new ItemsOf(taken);
    private TabletState state = TabletState.EMPTY;
    private @Nullable Duration open;

    @Test
    void itemsAsTheyWereTakenAreTheTourThatWasTaken() {
        var seen = seen(taken);
        assertThat(seen.orders()).containsExactlyInAnyOrderElementsOf(taken.orders());
        assertThat(seen.crates()).containsExactlyInAnyOrderElementsOf(taken.crates());
        assertThat(taken.prices()).containsAll(seen.prices());
        assertThat(seen.visits()).isEqualTo(taken.visits());
        assertThat(seen.receiptHeader()).isEqualTo(taken.receiptHeader());
        assertThat(seen.generation()).isEqualTo(taken.generation());
        assertThat(seen(seen)).as("seen again").isEqualTo(seen);
    }

    @Test
    void anOrderThatTheServerTakesAwayIsGone() {
        items.tour.remove(Items.order(SampleTour.DUE));
        assertThat(seen(taken).orders())
                .extracting(TourOrder::order)
                .containsExactly(SampleTour.PAID);
    }

    @Test
    void anOrderThatWasHandedOverHereNeverVanishesFromView() {
        state =
                state.after(
                        List.of(new Change.OrderMoved(SampleTour.DUE, OrderProgress.HANDED_OVER)));
        var before = taken.orders();

        // Not known there yet, then booked there, then even cancelled there.
        assertThat(seen(taken).orders()).containsExactlyInAnyOrderElementsOf(before);
        items.order(order(SampleTour.DUE), lines(order(SampleTour.DUE)));
        assertThat(seen(taken).orders()).containsExactlyInAnyOrderElementsOf(before);
        items.tour.remove(Items.order(SampleTour.DUE));
        assertThat(seen(taken).orders()).containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void anOrderThatTheReplacedTabletHandedOverIsNotHandedOverAgain() {
        items.order(order(SampleTour.DUE), lines(order(SampleTour.DUE)));
        assertThat(seen(taken).orders())
                .extracting(TourOrder::order)
                .containsExactly(SampleTour.PAID);
    }

    @Test
    void aPriceThatWasShownHoldsForTheOpenBasketAndNoLonger() {
        var old = price(taken, SampleTour.POTATOES);
        items.price(withPrice(old, old.price().plus(Money.cents(50))));
        state = state.withBasket(List.of(new DraftLine.Goods(SampleTour.POTATOES, 1)));
        open = Duration.ofMinutes(1);
        var during = seen(taken);
        assertThat(price(during, SampleTour.POTATOES)).isEqualTo(old);

        state = state.withBasket(List.of());
        open = null;
        assertThat(price(seen(during), SampleTour.POTATOES).price())
                .isEqualTo(old.price().plus(Money.cents(50)));
    }

    @Test
    void aBasketThatLiesForADayPaysTodaysPrice() {
        var old = price(taken, SampleTour.POTATOES);
        items.price(withPrice(old, Money.cents(1)));
        state = state.withBasket(List.of(new DraftLine.Goods(SampleTour.POTATOES, 1)));
        open = Duration.ofHours(25);
        assertThat(price(seen(taken), SampleTour.POTATOES).price()).isEqualTo(Money.cents(1));
    }

    @Test
    void goodsAboardCanBeSoldAlthoughTheDayNoLongerOffersThem() {
        items.day.remove(Items.price(SampleTour.WINE));
        state = state.after(List.of(new Change.StockMoved(SampleTour.WINE, 3)));
        assertThat(price(seen(taken), SampleTour.WINE)).isEqualTo(price(taken, SampleTour.WINE));
    }

    private TourSnapshot seen(TourSnapshot before) {
        return TourView.of(items.memory(), before, state, open).orElseThrow();
    }

    private TourOrder order(OrderId id) {
        return taken.orders().stream()
                .filter(of -> of.order().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<Integer> lines(TourOrder order) {
        return order.lines().stream().map(line -> line.lineNo()).toList();
    }

    private static PriceEntry price(TourSnapshot tour, ProductId product) {
        return tour.prices().stream()
                .filter(entry -> entry.product().equals(product))
                .findFirst()
                .orElseThrow();
    }

    private static PriceEntry withPrice(PriceEntry of, Money price) {
        return new PriceEntry(
                of.product(),
                of.producer(),
                of.text(),
                of.gtin(),
                of.code(),
                of.unit(),
                price,
                of.vatKey(),
                of.depositKind(),
                of.depositEach(),
                of.depositVatKey(),
                of.ageLimit(),
                of.coldClass());
    }
}
