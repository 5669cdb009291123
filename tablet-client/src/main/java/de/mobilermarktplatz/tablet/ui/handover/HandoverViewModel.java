package de.mobilermarktplatz.tablet.ui.handover;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.core.OrderCard;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.kit.CodeWords;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
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
    private @Nullable OnCounter counter;

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
        return Optional.ofNullable(counter).map(OnCounter::card);
    }

    Money due() {
        return counter == null ? Money.ZERO : counter.due();
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
        if (counter != null) {
            var _ = set(counter.toggled(lineNo));
        }
    }

    /** The lines are settled; what comes next depends on them. */
    void go() {
        if (step.get() instanceof HandoverStep.Checking && counter != null) {
            goOn(counter);
        }
    }

    void because(RefusalReason why) {
        if (step.get() instanceof HandoverStep.AskReason && counter != null) {
            goOn(set(counter.because(why)));
        }
    }

    /** The answer to the question; who is too young leaves those lines in the van. */
    void age(AgeCheckResult answer) {
        if (!(step.get() instanceof HandoverStep.AskAge(var years))
                || counter == null
                || busy().get()) {
            return;
        }
        var asked = set(counter.aged(answer));
        if (answer == AgeCheckResult.OLD_ENOUGH) {
            goOn(asked);
            return;
        }
        // The answer is noted by the core, which hands nothing over for it.
        perform(
                asked.handOver(asked.due()),
                _ -> {
                    var _ = set(asked.withoutAgeLimit(years));
                    step.set(new HandoverStep.Checking());
                });
    }

    private void goOn(OnCounter now) {
        var next = now.next();
        if (busy().get()) {
            return;
        }
        if (next instanceof HandoverStep.Checking) {
            perform(now.handOver(null), answer -> done(now, answer));
        } else {
            step.set(next);
        }
    }

    void paid(Money tendered) {
        if (step.get() instanceof HandoverStep.Paying && counter != null && !busy().get()) {
            var now = counter;
            perform(now.handOver(tendered), answer -> done(now, answer));
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
                if (counter != null) {
                    var _ = set(counter.aged(null));
                }
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
        var _ = set(OnCounter.begin(shown, found));
        step.set(new HandoverStep.Checking());
    }

    private OnCounter set(OnCounter now) {
        counter = now;
        refused.set(now.refused());
        return now;
    }

    private void perform(Command command, Consumer<Answer> then) {
        cockpit.perform(
                command,
                answer -> {
                    if (answer.ok()) {
                        then.accept(answer);
                    }
                });
    }

    private void done(OnCounter what, Answer answer) {
        step.set(
                new HandoverStep.Done(
                        what.isAllRefused() ? "Als abgelehnt gebucht" : "Übergeben",
                        answer.change(),
                        String.join("\n", answer.receipts())));
    }
}
