package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.tablet.Tablet;
import de.mobilermarktplatz.tablet.ui.cashup.CashUpView;
import de.mobilermarktplatz.tablet.ui.cashup.CashUpViewModel;
import de.mobilermarktplatz.tablet.ui.enrol.EnrolView;
import de.mobilermarktplatz.tablet.ui.enrol.EnrolViewModel;
import de.mobilermarktplatz.tablet.ui.frame.Cockpit;
import de.mobilermarktplatz.tablet.ui.frame.Navigator;
import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.goodsin.GoodsInView;
import de.mobilermarktplatz.tablet.ui.goodsin.GoodsInViewModel;
import de.mobilermarktplatz.tablet.ui.handover.HandoverView;
import de.mobilermarktplatz.tablet.ui.handover.HandoverViewModel;
import de.mobilermarktplatz.tablet.ui.office.OfficeView;
import de.mobilermarktplatz.tablet.ui.office.OfficeViewModel;
import de.mobilermarktplatz.tablet.ui.pin.PinView;
import de.mobilermarktplatz.tablet.ui.pin.PinViewModel;
import de.mobilermarktplatz.tablet.ui.sale.SaleView;
import de.mobilermarktplatz.tablet.ui.sale.SaleViewModel;
import de.mobilermarktplatz.tablet.ui.sale.SoldBefore;
import de.mobilermarktplatz.tablet.ui.stop.StopView;
import de.mobilermarktplatz.tablet.ui.stop.StopViewModel;
import de.mobilermarktplatz.tablet.ui.tour.TourView;
import de.mobilermarktplatz.tablet.ui.tour.TourViewModel;
import de.mobilermarktplatz.tablet.ui.tours.ToursView;
import de.mobilermarktplatz.tablet.ui.tours.ToursViewModel;
import de.mobilermarktplatz.tablet.ui.trouble.TroubleView;

/** Which screen stands at which place: the one spot where views meet their view models. */
final class Screens {
    private final Tablet start;
    private final Cockpit cockpit;
    private final Navigator navigator;
    private final SoldBefore soldBefore = new SoldBefore();

    /**
     * @param start asked only for what a screen begins with
     */
    Screens(Tablet start, Cockpit cockpit, Navigator navigator) {
        this.start = start;
        this.cockpit = cockpit;
        this.navigator = navigator;
    }

    Screen at(Place place) {
        return switch (place) {
            case Place.Enrol _ ->
                    new EnrolView(new EnrolViewModel(cockpit, navigator, start.proposedServer()));
            case Place.Pin _ ->
                    new PinView(new PinViewModel(cockpit, navigator, start.pin().isChosen()));
            case Place.Tours _ -> new ToursView(new ToursViewModel(cockpit, navigator));
            case Place.Tour _ -> new TourView(new TourViewModel(cockpit, navigator));
            case Place.Stop stop ->
                    new StopView(new StopViewModel(cockpit, navigator, stop.visit()));
            case Place.Handover handover ->
                    new HandoverView(new HandoverViewModel(cockpit, navigator, handover.proof()));
            case Place.Office _ -> new OfficeView(new OfficeViewModel(cockpit, navigator));
            case Place.Sale _ -> new SaleView(new SaleViewModel(cockpit, soldBefore));
            case Place.GoodsIn _ -> new GoodsInView(new GoodsInViewModel(cockpit));
            case Place.CashUp _ -> new CashUpView(new CashUpViewModel(cockpit));
            case Place.Trouble trouble -> new TroubleView(trouble, navigator::back);
        };
    }
}
