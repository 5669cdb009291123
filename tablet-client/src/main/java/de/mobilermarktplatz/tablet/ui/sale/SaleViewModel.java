package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.tablet.core.BasketView;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.OnAccount;
import de.mobilermarktplatz.tablet.core.Shelf;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** The counter: what lies in the basket, and which question is open. */
public final class SaleViewModel {
    private final Cockpit cockpit;
    private final SoldBefore soldBefore;
    private final CheckOut checkOut;
    private final ShelfModel articles;
    private final ReadOnlyObjectWrapper<SaleStep> step =
            new ReadOnlyObjectWrapper<>(new SaleStep.Selling());
    private final ObjectBinding<BasketView> basket;
    private final BooleanBinding hasSoldBefore;

    public SaleViewModel(Cockpit cockpit, SoldBefore soldBefore) {
        this.cockpit = cockpit;
        this.soldBefore = soldBefore;
        this.checkOut = new CheckOut(cockpit, soldBefore, step);
        this.articles = new ShelfModel(cockpit, soldBefore);
        basket =
                Bindings.createObjectBinding(
                        () -> cockpit.aboard().map(BasketView::of).orElse(BasketView.EMPTY),
                        cockpit.glance());
        hasSoldBefore =
                Bindings.createBooleanBinding(
                        () -> soldBefore.last().stream().anyMatch(line -> line.product() != null),
                        step);
        step.addListener(
                (_, _, now) -> {
                    if (!(now instanceof SaleStep.Searching)) {
                        articles.type("");
                    }
                });
    }

    ReadOnlyObjectProperty<SaleStep> step() {
        return step.getReadOnlyProperty();
    }

    ObjectBinding<BasketView> basket() {
        return basket;
    }

    ShelfModel articles() {
        return articles;
    }

    ObservableBooleanValue busy() {
        return cockpit.busy();
    }

    /** Kinds of empties that are taken back. */
    List<DepositKind> empties() {
        return cockpit.aboard().map(a -> a.tour().snapshot().depositKinds()).orElse(List.of());
    }

    /** A scanner read something, whatever the screen is about. */
    public void scanned(Scan scan) {
        var aboard = cockpit.aboard();
        if (aboard.isEmpty()) {
            return;
        }
        if (isQuestionOpen()) {
            cockpit.say("Bitte zuerst die Frage auf dem Bildschirm beantworten.");
            return;
        }
        if (OnAccount.isPermit(scan.text())) {
            customerShowed(scan.text());
            return;
        }
        leaveKeys();
        switch (ScanWords.of(scan, aboard.get())) {
            case ScanWords.No no -> cockpit.say(no.sentence());
            case ScanWords.Found found ->
                    articles.item(found.article().product()).ifPresent(this::take);
        }
    }

    /** A customer's code pays the basket on account; what is refused stays to be paid in cash. */
    private void customerShowed(String permit) {
        if (step.get() instanceof SaleStep.Paying) {
            checkOut.payOnAccount(basket.get(), permit);
        } else {
            cockpit.say("Kundencode erkannt. Bitte erst „Kassieren“, dann noch einmal scannen.");
        }
    }

    /** A scanner types: what its digits did to an amount on the screen is not to be trusted. */
    private void leaveKeys() {
        switch (step.get()) {
            case SaleStep.Searching _, SaleStep.Weighing _, SaleStep.Paying _ -> sell();
            default -> {}
        }
    }

    /** Whether no money and no question is on the screen. */
    boolean mayBeLeft() {
        return switch (step.get()) {
            case SaleStep.Selling _, SaleStep.Searching _ -> true;
            case SaleStep.Sold _, SaleStep.Voided _ -> true;
            default -> false;
        };
    }

    private boolean isQuestionOpen() {
        return switch (step.get()) {
            case SaleStep.AskAge _, SaleStep.AskAbort _, SaleStep.AskVoid _ -> true;
            default -> cockpit.busy().get() && step.get() instanceof SaleStep.Paying;
        };
    }

    /** One more of it, or the question how heavy it is. */
    void take(Shelf.Item item) {
        if (item.unit() == Unit.GRAM) {
            cockpit.say("");
            step.set(new SaleStep.Weighing(item));
        } else {
            step.set(new SaleStep.Selling());
            cockpit.perform(new Command.Scan(item.scan(), 1), _ -> {});
        }
    }

    /**
     * @param grams of the article that is being weighed
     */
    void weigh(long grams) {
        if (step.get() instanceof SaleStep.Weighing(var item)) {
            step.set(new SaleStep.Selling());
            cockpit.perform(new Command.Scan(item.scan(), grams), _ -> {});
        }
    }

    /** One piece more; goods by weight are weighed again. */
    void more(BasketView.Line line) {
        change(line, 1);
    }

    /** One piece less; goods by weight go out whole. */
    void fewer(BasketView.Line line) {
        change(line, line.unit() == Unit.GRAM ? -line.amount() : -1);
    }

    private void change(BasketView.Line line, long delta) {
        if (line.unit() == Unit.GRAM && delta > 0) {
            articles.item(line.product()).ifPresent(this::take);
        } else {
            cockpit.perform(line.more(delta), _ -> {});
        }
    }

    /** One of these comes back. */
    void bottle(DepositKind kind) {
        step.set(new SaleStep.Selling());
        cockpit.perform(new Command.BottlesBack(Integer.toString(kind.number()), 1), _ -> {});
    }

    /** The same goods as in the basket before. */
    void again() {
        if (cockpit.busy().get()) {
            return;
        }
        var lines = soldBefore.last().stream().filter(line -> line.product() != null).toList();
        step.set(new SaleStep.Selling());
        for (var line : lines) {
            cockpit.perform(line.more(line.amount()), _ -> {});
        }
    }

    /** Whether there is a basket to sell again. */
    BooleanBinding hasSoldBefore() {
        return hasSoldBefore;
    }

    void search() {
        cockpit.say("");
        step.set(new SaleStep.Searching());
    }

    /** Back to the basket as it is. */
    void sell() {
        step.set(new SaleStep.Selling());
    }

    void askAbort() {
        if (!basket.get().lines().isEmpty()) {
            step.set(new SaleStep.AskAbort());
        }
    }

    void abort() {
        cockpit.perform(new Command.Abort(), _ -> step.set(new SaleStep.Selling()));
    }

    /** On to the money, or to the age question before it. */
    void checkOut() {
        checkOut.begin();
    }

    void age(AgeCheckResult answer) {
        checkOut.age(basket.get(), answer);
    }

    /** The money for the question of the step {@link SaleStep.Paying}. */
    void pay(Money tendered) {
        checkOut.pay(basket.get(), tendered);
    }

    /** Given to the cent, or nothing is to be given. */
    void payExactly() {
        checkOut.payExactly(basket.get());
    }

    void askVoid() {
        checkOut.askVoid();
    }

    void voidReceipt(VoidReason reason) {
        checkOut.voidReceipt(reason);
    }
}
