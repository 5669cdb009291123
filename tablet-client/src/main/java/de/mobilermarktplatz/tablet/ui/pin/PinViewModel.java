package de.mobilermarktplatz.tablet.ui.pin;

import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.lock.PinLock;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.time.Duration;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;

/** A PIN is chosen twice, then asked for at each start. */
public final class PinViewModel {
    private static final int SHORTEST = 4;
    private static final int LONGEST = 6;

    private final Cockpit cockpit;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<Step> step;
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringBinding dots;
    private final BooleanBinding ready;

    /** What the pad is asking for. */
    sealed interface Step {
        String words();

        record Choose() implements Step {
            @Override
            public String words() {
                return "Neue PIN wählen: 4 bis 6 Ziffern";
            }
        }

        record Repeat(String first) implements Step {
            @Override
            public String words() {
                return "Die neue PIN noch einmal";
            }
        }

        record Ask() implements Step {
            @Override
            public String words() {
                return "PIN eingeben";
            }
        }
    }

    /**
     * @param chosen whether there is a PIN already
     */
    public PinViewModel(Cockpit cockpit, Navigator navigator, boolean chosen) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        this.step = new ReadOnlyObjectWrapper<>(chosen ? new Step.Ask() : new Step.Choose());
        this.dots = Bindings.createStringBinding(() -> "●".repeat(typed.get().length()), typed);
        this.ready =
                Bindings.createBooleanBinding(
                        () -> typed.get().length() >= SHORTEST && !cockpit.busy().get(),
                        typed,
                        cockpit.busy());
    }

    ReadOnlyObjectProperty<Step> step() {
        return step.getReadOnlyProperty();
    }

    /** One dot a digit. */
    StringBinding dots() {
        return dots;
    }

    /** German; empty when nothing is wrong. */
    ReadOnlyStringProperty problem() {
        return problem.getReadOnlyProperty();
    }

    BooleanBinding ready() {
        return ready;
    }

    void digit(int digit) {
        if (typed.get().length() < LONGEST) {
            typed.set(typed.get() + digit);
            problem.set("");
        }
    }

    void erase() {
        var now = typed.get();
        typed.set(now.isEmpty() ? now : now.substring(0, now.length() - 1));
    }

    void clear() {
        typed.set("");
    }

    void done() {
        if (!ready.get()) {
            return;
        }
        var pin = typed.get();
        typed.set("");
        switch (step.get()) {
            case Step.Choose _ -> chosen(pin);
            case Step.Repeat repeat -> repeated(repeat.first(), pin);
            case Step.Ask _ -> cockpit.till(tablet -> tablet.pin().check(pin), this::checked);
        }
    }

    private void chosen(String pin) {
        var objection = PinLock.objection(pin);
        problem.set(objection);
        if (objection.isEmpty()) {
            step.set(new Step.Repeat(pin));
        }
    }

    private void repeated(String first, String pin) {
        if (!first.equals(pin)) {
            problem.set("Das waren zwei verschiedene PINs. Bitte noch einmal wählen.");
            step.set(new Step.Choose());
            return;
        }
        cockpit.till(tablet -> chosen(tablet, pin), _ -> enter());
    }

    private static boolean chosen(Tablet tablet, String pin) {
        tablet.pin().choose(pin);
        return true;
    }

    private void checked(PinLock.Verdict verdict) {
        switch (verdict) {
            case PinLock.Verdict.Open _ -> enter();
            case PinLock.Verdict.Wrong wrong ->
                    problem.set("Diese PIN stimmt nicht." + next(wrong.pause()));
            case PinLock.Verdict.TooEarly early ->
                    problem.set("Noch gesperrt." + next(early.pause()));
        }
    }

    private void enter() {
        navigator.start(cockpit.aboard().isPresent() ? new Place.Tour() : new Place.Tours());
    }

    private static String next(Duration pause) {
        if (pause.isZero()) {
            return "";
        }
        long seconds = pause.plusMillis(999).toSeconds();
        return " Nächster Versuch in "
                + (seconds < 120 ? seconds + " Sekunden." : (seconds + 59) / 60 + " Minuten.")
                + " Gespeichertes bleibt erhalten.";
    }
}
