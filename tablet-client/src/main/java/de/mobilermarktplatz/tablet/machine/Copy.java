package de.mobilermarktplatz.tablet.machine;

/**
 * The copy on the second medium.
 *
 * @param wanted whether this tablet is meant to have one
 * @param answering whether it did what it was asked last
 * @param upTo last entry that is safe on it
 * @param asked last entry that was handed to it
 * @param reading whether rows for it are being read
 */
public record Copy(boolean wanted, boolean answering, long upTo, long asked, boolean reading) {
    static final Copy NONE = new Copy(false, false, 0, 0, false);

    Copy handed(long last) {
        return new Copy(wanted, answering, upTo, last, false);
    }

    Copy safe(long last) {
        return new Copy(wanted, answering, Math.max(upTo, last), Math.max(asked, last), reading);
    }

    Copy failed() {
        return new Copy(wanted, false, upTo, upTo, false);
    }

    Copy back(long last) {
        return new Copy(wanted, true, last, last, false);
    }

    Copy withReading(boolean now) {
        return new Copy(wanted, answering, upTo, asked, now);
    }
}
