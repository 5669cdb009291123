package de.mobilermarktplatz.tablet.ui;

import de.mobilermarktplatz.tablet.machine.StoreFailed;
import de.mobilermarktplatz.tablet.ui.frame.Place;

/** Exceptions as codes that can be read out. */
final class Troubles {
    private static final System.Logger LOG = System.getLogger(Troubles.class.getName());

    private Troubles() {}

    /** Same fault, same code: S for the store, P for the program, four digits from its origin. */
    static Place.Trouble of(Throwable thrown) {
        boolean store = thrown instanceof StoreFailed;
        var code = (store ? "S-" : "P-") + number(thrown);
        LOG.log(System.Logger.Level.ERROR, "Trouble " + code, thrown);
        return new Place.Trouble(
                code,
                store
                        ? "Das Tablet kann nicht mehr sicher speichern."
                        : "Im Programm ist ein Fehler aufgetreten.");
    }

    private static String number(Throwable thrown) {
        var trace = thrown.getStackTrace();
        var origin = trace.length == 0 ? "" : trace[0].getClassName() + trace[0].getLineNumber();
        return "%04d"
                .formatted(
                        Math.floorMod((thrown.getClass().getName() + origin).hashCode(), 10_000));
    }
}
