package de.mobilermarktplatz.tablet.ui.frame;

/** Where the driver can be; each place has one screen. */
public sealed interface Place {

    /** The stops of the day. */
    record Tour() implements Place {}

    /**
     * Something that must not happen.
     *
     * @param code short, to be read out on the telephone
     * @param sentence German
     */
    record Trouble(String code, String sentence) implements Place {}
}
