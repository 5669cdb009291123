package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.tablet.ui.frame.Place;

/** The keys at the lower edge, always at hand once a driver is at work. */
enum Tab {
    TOUR("Tour", new Place.Tour()),
    STOP("Halt", new Place.Stop(0)),
    SALE("Verkauf", new Place.Sale()),
    GOODS_IN("Beladen", new Place.GoodsIn()),
    CASH_UP("Kasse", new Place.CashUp()),
    OFFICE("Büro", new Place.Office());

    private final String words;
    private final Place place;

    Tab(String words, Place place) {
        this.words = words;
        this.place = place;
    }

    String words() {
        return words;
    }

    Place place() {
        return place;
    }
}
