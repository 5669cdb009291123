package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.tablet.Glance;
import de.mobilermarktplatz.tablet.core.Command;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyStringProperty;

/** The status bar, the notice and the tabs. */
final class ShellViewModel {
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final StringBinding where;
    private final StringBinding sync;
    private final StringBinding time;
    private final BooleanBinding alarm;
    private final BooleanBinding atWork;

    ShellViewModel(Cockpit cockpit, Navigator navigator) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        var glance = cockpit.glance();
        where = Bindings.createStringBinding(() -> where(glance.get()), glance);
        sync =
                Bindings.createStringBinding(
                        () -> glance.get().tillGlance().map(till -> till.sync().words()).orElse(""),
                        glance);
        time = Bindings.createStringBinding(() -> time(glance.get()), glance);
        alarm = Bindings.createBooleanBinding(() -> alarm(glance.get()), glance);
        var place = navigator.place();
        atWork = Bindings.createBooleanBinding(() -> isAtWork(place.get()), place);
    }

    /** Van and stop. */
    StringBinding where() {
        return where;
    }

    /** Where the entries are, in words. */
    StringBinding sync() {
        return sync;
    }

    StringBinding time() {
        return time;
    }

    /** Whether somebody should look at the line above. */
    BooleanBinding alarm() {
        return alarm;
    }

    /** Whether the tabs are there: not before the PIN, not in the middle of a handover. */
    BooleanBinding atWork() {
        return atWork;
    }

    ReadOnlyStringProperty notice() {
        return cockpit.notice();
    }

    ReadOnlyObjectProperty<Place> place() {
        return navigator.place();
    }

    /** Not while a command runs: its answer belongs to the screen that asked. */
    void go(Tab tab) {
        if (cockpit.busy().get()) {
            return;
        }
        cockpit.say("");
        navigator.start(tab.place());
    }

    /**
     * A customer's code opens the handover wherever the driver is, unless they are in the middle of
     * something.
     *
     * @param screen is up now
     * @return whether the scan is dealt with
     */
    boolean opens(Scan scan, Screen screen) {
        if (scan instanceof Scan.PickUp pickUp && atWork.get()) {
            if (cockpit.busy().get() || !screen.mayBeLeft()) {
                cockpit.say("Bitte zuerst das hier abschließen, dann den Abholcode scannen.");
                return true;
            }
            navigator.go(new Place.Handover(Optional.of(new Command.Proof.Qr(pickUp.text()))));
            return true;
        }
        return false;
    }

    void noticed() {
        cockpit.say("");
    }

    boolean isAt(Tab tab) {
        return navigator.place().get().equals(tab.place());
    }

    private static boolean isAtWork(Place place) {
        return switch (place) {
            case Place.Enrol _, Place.Pin _, Place.Tours _, Place.Handover _, Place.Trouble _ ->
                    false;
            case Place.Tour _, Place.Stop _, Place.Office _ -> true;
            case Place.Sale _, Place.GoodsIn _, Place.CashUp _ -> true;
        };
    }

    private static String where(Glance glance) {
        return switch (glance) {
            case Glance.NotEnrolled _ -> "Mobiler Marktplatz";
            case Glance.WithoutTour without ->
                    without.till().till().regionName()
                            + " · Kasse "
                            + without.till().till().number();
            case Glance.OnTour onTour ->
                    onTour.aboard().tour().snapshot().vanName()
                            + " · "
                            + onTour.aboard().standing().map(Visit::name).orElse("unterwegs");
        };
    }

    private static String time(Glance glance) {
        return glance.tillGlance()
                .map(
                        till ->
                                German.shortDay(till.localTime().toLocalDate())
                                        + "  "
                                        + German.time(till.localTime().toLocalTime()))
                .orElse("");
    }

    private static boolean alarm(Glance glance) {
        return glance.tillGlance()
                .map(till -> till.stopped() || till.sync().trouble())
                .orElse(false);
    }
}
