package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.tour.TourView;
import de.mobilermarktplatz.tablet.ui.tour.TourViewModel;
import de.mobilermarktplatz.tablet.ui.trouble.TroubleView;

/** Which screen stands at which place: the one spot where views meet their view models. */
final class Screens {
    private final Cockpit cockpit;
    private final Navigator navigator;

    Screens(Cockpit cockpit, Navigator navigator) {
        this.cockpit = cockpit;
        this.navigator = navigator;
    }

    Screen at(Place place) {
        return switch (place) {
            case Place.Tour _ -> new TourView(new TourViewModel(cockpit));
            case Place.Trouble trouble -> new TroubleView(trouble, navigator::back);
        };
    }
}
