package de.mobilermarktplatz.tablet.ui.frame;

/** Where the driver can be; each place has one screen. */
public sealed interface Place {
    /** A one-time code makes this tablet a till. */
    record Enrol() implements Place {}

    /** The PIN: a new one when there is none yet. */
    record Pin() implements Place {}

    /** Tours to take along. */
    record Tours() implements Place {}

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
