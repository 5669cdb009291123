package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.region.Place;

/** What somebody who asks for the van may mean. */
public sealed interface Target {

    /** As a person picks it from a list. */
    String label();

    /** A village or town quarter. */
    record AtPlace(Place place) implements Target {
        @Override
        public String label() {
            return place.name() + " (" + place.postcode() + ")";
        }
    }

    /** One stop, found by its street or spot. */
    record AtStop(Stop stop) implements Target {
        @Override
        public String label() {
            return "Haltestelle „" + stop.spokenName() + "“";
        }
    }
}
