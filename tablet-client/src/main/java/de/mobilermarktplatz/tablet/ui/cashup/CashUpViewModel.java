package de.mobilermarktplatz.tablet.ui.cashup;

import de.mobilermarktplatz.contract.journal.CashMovementKind;
import de.mobilermarktplatz.contract.journal.CountKind;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Aboard;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.Counter;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.Leftovers;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import java.util.ArrayList;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** From the opening cash to the closing. */
public final class CashUpViewModel {
    private final Cockpit cockpit;
    private final ReadOnlyObjectWrapper<CashStep> step =
            new ReadOnlyObjectWrapper<>(new CashStep.Overview());
    private final BooleanBinding unloaded;
    private final BooleanBinding counted;
    private final StringBinding goods;
    private final StringBinding stillOpen;
    private final StringBinding sync;

    public CashUpViewModel(Cockpit cockpit) {
        this.cockpit = cockpit;
        var glance = cockpit.glance();
        unloaded =
                Bindings.createBooleanBinding(
                        () -> cockpit.aboard().map(CashUpViewModel::isEmpty).orElse(true), glance);
        counted =
                Bindings.createBooleanBinding(
                        () ->
                                cockpit.aboard()
                                        .map(a -> a.state().count(Counter.PERIOD_COUNTS) > 0)
                                        .orElse(false),
                        glance);
        goods =
                Bindings.createStringBinding(
                        () -> cockpit.aboard().map(CashUpViewModel::goodsWords).orElse(""), glance);
        stillOpen =
                Bindings.createStringBinding(
                        () -> cockpit.aboard().map(CashUpViewModel::openWords).orElse(""), glance);
        sync =
                Bindings.createStringBinding(
                        () -> glance.get().tillGlance().map(till -> till.sync().words()).orElse(""),
                        glance);
    }

    private static boolean isEmpty(Aboard aboard) {
        return Leftovers.of(aboard).items().isEmpty() && aboard.state().crates().isEmpty();
    }

    private static String goodsWords(Aboard aboard) {
        int left = Leftovers.of(aboard).items().size();
        return left == 0
                ? "Nichts mehr an Bord"
                : German.count(left, "Artikel", "Artikel") + " noch an Bord";
    }

    private static String openWords(Aboard aboard) {
        var open = new ArrayList<String>();
        long orders = aboard.ordersWaiting();
        if (orders > 0) {
            open.add(German.count(orders, "Bestellung", "Bestellungen"));
        }
        if (!isEmpty(aboard)) {
            open.add("Ware an Bord");
        }
        if (!aboard.state().basket().isEmpty()) {
            open.add("ein Korb, der nicht kassiert ist");
        }
        return open.isEmpty()
                ? ""
                : "Noch offen: "
                        + String.join(" und ", open)
                        + ". Mit dem Abschluss endet die Tour.";
    }

    ReadOnlyObjectProperty<CashStep> step() {
        return step.getReadOnlyProperty();
    }

    /** Whether the van is empty by the books. */
    BooleanBinding unloaded() {
        return unloaded;
    }

    /** Whether a count for the closing is booked. */
    BooleanBinding counted() {
        return counted;
    }

    StringBinding goods() {
        return goods;
    }

    /** What a driver who closes now would leave behind; empty when nothing is open. */
    StringBinding stillOpen() {
        return stillOpen;
    }

    /** Where the entries are, in words. */
    StringBinding sync() {
        return sync;
    }

    ObservableBooleanValue busy() {
        return cockpit.busy();
    }

    void overview() {
        step.set(new CashStep.Overview());
    }

    /** A second float corrects the first; that it is not the first is said. */
    void openFloat() {
        long booked = cockpit.aboard().map(a -> a.state().count(Counter.PERIOD_FLOAT)).orElse(0L);
        cockpit.say(
                booked == 0
                        ? ""
                        : "Ein Anfangsbestand von "
                                + Euro.of(Money.cents(booked))
                                + " ist schon gebucht. Was jetzt gebucht wird, kommt dazu.");
        step.set(new CashStep.OpeningFloat(new CoinCounter()));
    }

    void bookFloat() {
        if (cockpit.busy().get() || !(step.get() instanceof CashStep.OpeningFloat(var coins))) {
            return;
        }
        var total = coins.total().get();
        cockpit.perform(
                new Command.MoveCash(CashMovementKind.OPENING_FLOAT, total),
                answer -> {
                    if (answer.ok()) {
                        cockpit.say("Anfangsbestand " + Euro.of(total) + " ist gebucht.");
                        overview();
                    }
                });
    }

    /** Nothing is scanned here: the digits a scanner typed are no count. */
    public void scanned() {
        switch (step.get()) {
            case CashStep.Counting(var coins) -> coins.untype();
            case CashStep.OpeningFloat(var coins) -> coins.untype();
            case CashStep.Unloading(var leftovers) -> leftovers.untype();
            default -> {}
        }
        cockpit.say("Hier wird nichts gescannt. Bitte die Zahlen noch einmal prüfen.");
    }

    void count() {
        cockpit.say("");
        step.set(new CashStep.Counting(new CoinCounter()));
    }

    /** Books the count; only then the difference is shown. */
    void bookCount() {
        if (cockpit.busy().get() || !(step.get() instanceof CashStep.Counting(var coins))) {
            return;
        }
        var total = coins.total().get();
        cockpit.perform(
                new Command.Count(CountKind.CLOSING, coins.coins()),
                answer -> {
                    if (answer.ok()) {
                        step.set(new CashStep.Counted(total, total.minus(expected())));
                    }
                });
    }

    /** A count that was booked before somebody left the screen. */
    void showCount() {
        var found =
                Money.cents(
                        cockpit.aboard()
                                .map(a -> a.state().count(Counter.PERIOD_COUNTED))
                                .orElse(0L));
        if (counted.get()) {
            step.set(new CashStep.Counted(found, found.minus(expected())));
        }
    }

    private Money expected() {
        return Money.cents(
                cockpit.aboard().map(aboard -> aboard.state().count(Counter.CASH)).orElse(0L));
    }

    void unload() {
        cockpit.aboard()
                .map(Leftovers::of)
                .ifPresent(
                        leftovers ->
                                step.set(new CashStep.Unloading(new LeftoverCounter(leftovers))));
    }

    void bookLeftovers() {
        if (cockpit.busy().get() || !(step.get() instanceof CashStep.Unloading(var leftovers))) {
            return;
        }
        cockpit.perform(
                new Command.Unload(leftovers.counted()),
                answer -> {
                    if (answer.ok()) {
                        overview();
                    }
                });
    }

    void close() {
        if (cockpit.busy().get() || !(step.get() instanceof CashStep.Counted)) {
            return;
        }
        cockpit.perform(
                new Command.Close(),
                answer -> {
                    if (answer.ok()) {
                        step.set(closed(answer));
                    }
                });
    }

    private static CashStep closed(Answer answer) {
        return new CashStep.Closed(
                number(answer, "zNumber"),
                Money.cents(number(answer, "differenceCents")),
                answer.receipts().getLast());
    }

    private static long number(Answer answer, String name) {
        return answer.values().get(name) instanceof Long value ? value : 0;
    }
}
