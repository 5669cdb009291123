package de.mobilermarktplatz.tablet.ui.handover;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.Answer;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.OrderCard;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.kit.CodeWords;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** From a code to goods in the customer's hand. */
public final class HandoverViewModel {
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final StringProperty code = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<HandoverStep> step =
            new ReadOnlyObjectWrapper<>(new HandoverStep.Finding());
    private final ReadOnlyObjectWrapper<Set<Integer>> refused =
            new ReadOnlyObjectWrapper<>(Set.of());
    private @Nullable OrderCard order;
    private Command.@Nullable Proof proof;
    private @Nullable RefusalReason reason;
    private @Nullable AgeCheckResult age;

    /**
     * @param proof what the customer showed already
     */
    public HandoverViewModel(Cockpit cockpit, Navigator navigator, Optional<Command.Proof> proof) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        code.addListener((_, _, typed) -> typed(typed));
        proof.ifPresent(this::find);
    }

    ReadOnlyObjectProperty<HandoverStep> step() {
        return step.getReadOnlyProperty();
    }

    /** As it is typed; complete codes are looked up at once. */
    StringProperty code() {
        return code;
    }

    /** Line numbers that stay in the van. */
    ReadOnlyObjectProperty<Set<Integer>> refused() {
        return refused.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty busy() {
        return cockpit.busy();
    }

    /** The order on the counter; empty while finding. */
    Optional<OrderCard> order() {
        return Optional.ofNullable(order);
    }

    Money due() {
        return order == null ? Money.ZERO : order.due(refused.get());
    }

    /** A pick-up code in the middle of another handover is not mixed up with it. */
    void scanned(Scan scan) {
        boolean free =
                step.get() instanceof HandoverStep.Finding
                        || step.get() instanceof HandoverStep.Done;
        switch (scan) {
            case Scan.PickUp _ when !free ->
                    cockpit.say("Bitte zuerst diese Bestellung abschließen.");
            case Scan.PickUp pickUp -> find(new Command.Proof.Qr(pickUp.text()));
            case Scan.Article _, Scan.Label _, Scan.Misread _ ->
                    cockpit.say("Das ist kein Abholcode.");
        }
    }

    /** Takes a line out of the handover, or back in. */
    void toggle(int lineNo) {
        var now = new HashSet<>(refused.get());
        if (!now.remove(lineNo)) {
            now.add(lineNo);
        }
        reason = null;
        refused.set(Set.copyOf(now));
    }

    /** The lines are settled; what comes next depends on them. */
    void go() {
        if (!(step.get() instanceof HandoverStep.Checking) || order == null) {
            return;
        }
        if (!refused.get().isEmpty() && reason == null) {
            step.set(new HandoverStep.AskReason());
        } else {
            goOn(order);
        }
    }

    void because(RefusalReason why) {
        if (!(step.get() instanceof HandoverStep.AskReason) || order == null) {
            return;
        }
        reason = why;
        goOn(order);
    }

    private void goOn(OrderCard card) {
        if (refused.get().size() == card.lines().size()) {
            refuseAll();
        } else {
            askAgeOrMoney();
        }
    }

    /** The answer to the question; who is too young leaves those lines in the van. */
    void age(AgeCheckResult answer) {
        if (!(step.get() instanceof HandoverStep.AskAge(var years)) || busy().get()) {
            return;
        }
        age = answer;
        if (answer == AgeCheckResult.OLD_ENOUGH) {
            pay();
            return;
        }
        perform(
                Money.ZERO.max(due()),
                _ -> {
                    age = null;
                    reason = RefusalReason.UNDER_AGE;
                    leaveLinesFrom(years);
                    step.set(new HandoverStep.Checking());
                });
    }

    void paid(Money tendered) {
        if (step.get() instanceof HandoverStep.Paying && !busy().get()) {
            perform(tendered, this::done);
        }
    }

    /** One step back; before the first one, to where one came from. */
    void back() {
        switch (step.get()) {
            case HandoverStep.Finding _, HandoverStep.Done _, HandoverStep.Checking _ -> {
                cockpit.say("");
                navigator.back();
            }
            case HandoverStep.AskReason _, HandoverStep.AskAge _, HandoverStep.Paying _ -> {
                age = null;
                step.set(new HandoverStep.Checking());
            }
        }
    }

    private void typed(String typed) {
        var plain = CodeWords.plain(typed);
        if (plain.length() == SpokenCode.LENGTH) {
            find(new Command.Proof.Spoken(plain));
        }
    }

    private void find(Command.Proof shown) {
        cockpit.aboard()
                .ifPresent(
                        aboard -> {
                            switch (OrderCard.find(aboard, shown)) {
                                case OrderCard.Found.No no -> cockpit.say(no.sentence());
                                case OrderCard.Found.Order found -> begin(shown, found.card());
                            }
                        });
    }

    private void begin(Command.Proof shown, OrderCard found) {
        cockpit.say("");
        proof = shown;
        order = found;
        age = null;
        reason = null;
        refused.set(Set.of());
        step.set(new HandoverStep.Checking());
    }

    private void askAgeOrMoney() {
        int years = order == null ? 0 : order.ageLimit(refused.get());
        if (years > 0 && age == null) {
            step.set(new HandoverStep.AskAge(years));
        } else {
            pay();
        }
    }

    private void pay() {
        var due = due();
        if (due.isZero()) {
            perform(null, this::done);
        } else {
            step.set(new HandoverStep.Paying(due));
        }
    }

    private void leaveLinesFrom(int years) {
        if (order != null) {
            var left = new HashSet<>(refused.get());
            order.lines().stream()
                    .filter(line -> line.ageLimit() >= years)
                    .forEach(line -> left.add(line.lineNo()));
            refused.set(Set.copyOf(left));
        }
    }

    private void perform(@Nullable Money tendered, java.util.function.Consumer<Answer> then) {
        if (proof == null) {
            return;
        }
        cockpit.perform(
                new Command.HandOver(proof, refused.get(), reason(), tendered, age),
                answer -> {
                    if (answer.ok()) {
                        then.accept(answer);
                    }
                });
    }

    private RefusalReason reason() {
        return reason == null ? RefusalReason.CHANGED_MIND : reason;
    }

    private void refuseAll() {
        if (proof == null || busy().get()) {
            return;
        }
        cockpit.perform(
                new Command.Refuse(proof, reason()),
                answer -> {
                    if (answer.ok()) {
                        step.set(new HandoverStep.Done("Als abgelehnt gebucht", Money.ZERO, ""));
                    }
                });
    }

    private void done(Answer answer) {
        step.set(
                new HandoverStep.Done(
                        "Übergeben", answer.change(), String.join("\n", answer.receipts())));
    }
}
