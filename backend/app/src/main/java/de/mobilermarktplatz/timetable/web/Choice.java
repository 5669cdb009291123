package de.mobilermarktplatz.timetable.web;

import de.mobilermarktplatz.timetable.Target;

/**
 * One of several things that somebody may have meant.
 *
 * @param parameter name of the address parameter that picks it
 */
record Choice(String label, String parameter, String value) {

    static Choice of(Target target) {
        return switch (target) {
            case Target.AtPlace at -> new Choice(at.label(), "platz", at.place().key());
            case Target.AtStop at -> new Choice(at.label(), "halt", at.stop().code());
        };
    }
}
