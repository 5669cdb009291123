package de.mobilermarktplatz.tablet.ui.tours;

import de.mobilermarktplatz.contract.tour.TourList;
import de.mobilermarktplatz.contract.tour.TourSnapshot;
import de.mobilermarktplatz.contract.tour.TourSummary;
import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.sync.Sync;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.German;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import java.util.List;
import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableBooleanValue;

/** Tours of the server, and the one that is aboard already. */
public final class ToursViewModel {
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final ReadOnlyObjectWrapper<Offer> offer =
            new ReadOnlyObjectWrapper<>(new Offer.Asking());
    private final ObjectBinding<Optional<TourSnapshot>> aboard;

    /** What the server said. */
    sealed interface Offer {
        record Asking() implements Offer {}

        record Tours(List<TourSummary> tours) implements Offer {}

        /**
         * @param sentence German
         */
        record Unknown(String sentence) implements Offer {}
    }

    public ToursViewModel(Cockpit cockpit, Navigator navigator) {
        this.cockpit = cockpit;
        this.navigator = navigator;
        this.aboard =
                Bindings.createObjectBinding(
                        () -> cockpit.aboard().map(on -> on.tour().snapshot()), cockpit.glance());
    }

    ReadOnlyObjectProperty<Offer> offer() {
        return offer.getReadOnlyProperty();
    }

    ObjectBinding<Optional<TourSnapshot>> aboard() {
        return aboard;
    }

    ObservableBooleanValue busy() {
        return cockpit.waiting();
    }

    void ask() {
        offer.set(new Offer.Asking());
        cockpit.online(Tablet::offeredTours, this::heard);
    }

    void take(TourSummary tour) {
        cockpit.online(
                tablet -> tablet.take(tour.tour()),
                answer -> {
                    cockpit.say(answer);
                    // Whoever went on meanwhile is not called back.
                    if (answer.ok() && navigator.place().get() instanceof Place.Tours) {
                        goOn();
                    }
                });
    }

    /** With the tour that is aboard. */
    void goOn() {
        navigator.start(new Place.Tour());
    }

    /** {@code 8 Halte, 31 Bestellungen}. */
    static String words(TourSummary tour) {
        return German.count(tour.calls(), "Halt", "Halte")
                + ", "
                + German.count(tour.orders(), "Bestellung", "Bestellungen");
    }

    boolean isAboard(TourSummary tour) {
        return aboard.get().map(TourSnapshot::tour).filter(tour.tour()::equals).isPresent();
    }

    private void heard(Sync.Fetched<TourList> fetched) {
        var list = fetched.value();
        offer.set(
                list == null
                        ? new Offer.Unknown(fetched.sentence())
                        : new Offer.Tours(list.tours()));
    }
}
