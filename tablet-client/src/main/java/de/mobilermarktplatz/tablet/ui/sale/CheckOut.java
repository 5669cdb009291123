package de.mobilermarktplatz.tablet.ui.sale;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.core.BasketView;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import javafx.beans.property.ObjectProperty;

/** From the basket to the receipt, and back from a receipt. */
final class CheckOut {
    private final Cockpit cockpit;
    private final SoldBefore soldBefore;
    private final ObjectProperty<SaleStep> step;

    CheckOut(Cockpit cockpit, SoldBefore soldBefore, ObjectProperty<SaleStep> step) {
        this.cockpit = cockpit;
        this.soldBefore = soldBefore;
        this.step = step;
    }

    /** Behind all scans that are still on their way to the disk, so that none is forgotten. */
    void begin() {
        cockpit.say("");
        var asked = step.get();
        cockpit.till(
                on -> on.aboard().map(BasketView::of).orElse(BasketView.EMPTY),
                basket -> {
                    if (step.get().equals(asked)) {
                        begin(basket);
                    }
                });
    }

    private void begin(BasketView basket) {
        if (basket.lines().isEmpty()) {
            cockpit.say("Der Korb ist leer.");
        } else if (basket.ageLimit() > 0) {
            step.set(new SaleStep.AskAge(basket.ageLimit()));
        } else {
            step.set(new SaleStep.Paying(basket.total(), null));
        }
    }

    void age(BasketView basket, AgeCheckResult answer) {
        if (!(step.get() instanceof SaleStep.AskAge(var years))) {
            return;
        }
        if (answer == AgeCheckResult.OLD_ENOUGH && basket.ageLimit() > years) {
            step.set(new SaleStep.AskAge(basket.ageLimit()));
        } else if (answer == AgeCheckResult.OLD_ENOUGH) {
            step.set(new SaleStep.Paying(basket.total(), answer));
        } else if (!cockpit.busy().get()) {
            cockpit.till(
                    on -> refuseGoods(on, basket, years, answer),
                    refused -> {
                        cockpit.say(refused);
                        step.set(new SaleStep.Selling());
                    });
        }
    }

    /** Notes the answer; then what may not be sold leaves the basket. */
    private static Answer refuseGoods(
            Tablet on, BasketView basket, int years, AgeCheckResult answer) {
        var noted = on.perform(new Command.Pay(basket.total().max(Money.ZERO), answer));
        for (var line : basket.lines()) {
            if (noted.ok() && line.ageLimit() >= years) {
                var removed = on.perform(line.more(-line.amount()));
                if (!removed.ok()) {
                    return removed;
                }
            }
        }
        return noted;
    }

    void payExactly(BasketView basket) {
        pay(basket, basket.total().max(Money.ZERO));
    }

    void pay(BasketView basket, Money tendered) {
        if (cockpit.busy().get() || !(step.get() instanceof SaleStep.Paying(_, var age))) {
            return;
        }
        cockpit.perform(
                new Command.Pay(tendered, age),
                answer -> {
                    if (answer.ok()) {
                        soldBefore.sold(basket);
                        step.set(sold(answer));
                    }
                });
    }

    void payOnAccount(BasketView basket, String permit) {
        if (cockpit.busy().get() || !(step.get() instanceof SaleStep.Paying(_, var age))) {
            return;
        }
        cockpit.perform(
                new Command.PayOnAccount(permit, age),
                answer -> {
                    if (answer.ok()) {
                        soldBefore.sold(basket);
                        step.set(sold(answer));
                    }
                });
    }

    private static SaleStep sold(Answer answer) {
        return new SaleStep.Sold(
                number(answer, "receiptNo"),
                Money.cents(number(answer, "totalCents")),
                Money.cents(number(answer, "changeCents")),
                String.join("\n", answer.receipts()));
    }

    void askVoid() {
        long last = cockpit.aboard().map(a -> a.state().count(Counter.RECEIPTS)).orElse(0L);
        if (last == 0) {
            cockpit.say("Auf dieser Kasse gibt es noch keinen Bon.");
        } else {
            step.set(new SaleStep.AskVoid(last));
        }
    }

    void voidReceipt(VoidReason reason) {
        if (cockpit.busy().get() || !(step.get() instanceof SaleStep.AskVoid(var number))) {
            return;
        }
        cockpit.perform(
                new Command.Void(number, reason),
                answer ->
                        step.set(
                                answer.ok()
                                        ? new SaleStep.Voided(
                                                number,
                                                Money.cents(number(answer, "changeCents")),
                                                String.join("\n", answer.receipts()))
                                        : new SaleStep.Selling()));
    }

    private static long number(Answer answer, String name) {
        return answer.values().get(name) instanceof Long value ? value : 0;
    }
}
