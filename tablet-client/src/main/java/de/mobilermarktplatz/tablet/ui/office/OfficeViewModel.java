package de.mobilermarktplatz.tablet.ui.office;

import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.machine.Answer;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** Sending, checking, changing the tour, locking. */
public final class OfficeViewModel {
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final StringBinding sync;
    private final StringBinding advice;
    private final StringBinding till;
    private final ReadOnlyObjectWrapper<Outcome> outcome =
            new ReadOnlyObjectWrapper<>(new Outcome.Nothing());

    /** What came of the last key. */
    sealed interface Outcome {
        record Nothing() implements Outcome {}

        record Good(String sentence) implements Outcome {}

        record Bad(String sentence) implements Outcome {}
    }

    public OfficeViewModel(Cockpit cockpit, Navigator navigator) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        var glance = cockpit.glance();
        sync =
                Bindings.createStringBinding(
                        () ->
                                glance.get()
                                        .tillGlance()
                                        .map(now -> now.sync().words())
                                        .orElse("Nicht angemeldet"),
                        glance);
        advice =
                Bindings.createStringBinding(
                        () -> glance.get().tillGlance().map(OfficeViewModel::advice).orElse(""),
                        glance);
        till =
                Bindings.createStringBinding(
                        () ->
                                glance.get()
                                        .tillGlance()
                                        .map(
                                                now ->
                                                        now.till().regionName()
                                                                + " · Kasse "
                                                                + now.till().number())
                                        .orElse(""),
                        glance);
    }

    StringBinding sync() {
        return sync;
    }

    /** What the line above means for the driver. */
    StringBinding advice() {
        return advice;
    }

    StringBinding till() {
        return till;
    }

    ReadOnlyObjectProperty<Outcome> outcome() {
        return outcome.getReadOnlyProperty();
    }

    ObservableBooleanValue busy() {
        return cockpit.waiting();
    }

    void send() {
        cockpit.online(
                Tablet::syncNow,
                answer ->
                        outcome.set(
                                answer.ok()
                                        ? new Outcome.Good("Alles ist beim Server.")
                                        : new Outcome.Bad(
                                                "Der Server hat noch nicht alles: "
                                                        + answer.sentence()
                                                        + ". Es wird von allein weiter versucht.")));
    }

    void verify() {
        cockpit.till(Tablet::verify, answer -> outcome.set(verified(answer)));
    }

    void changeTour() {
        navigator.go(new Place.Tours());
    }

    void lock() {
        navigator.start(new Place.Pin());
    }

    private static Outcome verified(Answer answer) {
        return answer.ok()
                ? new Outcome.Good(
                        "Die Bücher sind unverändert: alle "
                                + answer.values().get("entries")
                                + " Einträge hängen lückenlos aneinander und sind unterschrieben.")
                : new Outcome.Bad(
                        "Die Bücher sind beschädigt. "
                                + answer.sentence()
                                + " Bitte nicht weiter verkaufen und die Leitstelle anrufen.");
    }

    private static String advice(Glance.TillGlance now) {
        if (now.stopped()) {
            return "Das Tablet kann nicht mehr speichern. Bitte die Leitstelle anrufen.";
        }
        if (now.sync().trouble()) {
            return "Bitte der Leitstelle diesen Satz vorlesen. Verkaufen geht weiter.";
        }
        return now.sync().waiting() == 0
                ? "Nichts zu tun."
                : "Nichts zu tun: Was auf dem Tablet ist, geht hinaus, sobald ein Netz da ist.";
    }
}
