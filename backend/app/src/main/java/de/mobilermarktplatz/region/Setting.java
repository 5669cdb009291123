package de.mobilermarktplatz.region;

/** Settings of a region; each has a default so that a new region works at once. */
public enum Setting {
    /** ISO 3166-2:DE code of the state whose holidays hold. */
    STATE("ST"),
    /** Phone number of the desk, as people read it; empty when there is none. */
    DESK_PHONE(""),
    /** Sender address of mails. */
    MAIL_SENDER("marktwagen@localhost"),
    /** How many weeks ahead calls are published. */
    WEEKS_AHEAD("8"),
    /** Of a sample county only: up to which instant its story is told, and whether that is done. */
    SAMPLE_STORY("");

    private final String defaultValue;

    Setting(String defaultValue) {
        this.defaultValue = defaultValue;
    }

    public String defaultValue() {
        return defaultValue;
    }
}
