package de.mobilermarktplatz.tablet.machine;

import java.util.List;

/**
 * A card or stick that takes a copy of each entry (R2), sealed so that only the county reads it.
 * May be pulled at any time. Not safe for several threads.
 */
public interface SecondMedium {

    /**
     * How far the copy surely reaches.
     *
     * @return sequence of the last entry, 0 when it is empty
     * @throws MediumFailed when it is missing or broken
     */
    long upTo();

    /**
     * Appends and syncs.
     *
     * @param rows in order; may repeat what is there already
     * @throws OtherMedium when this is not the one that {@link #upTo} spoke of; nothing is on it
     * @throws MediumFailed when they may not be there
     */
    void append(List<StoredEntry> rows);

    /** The medium did not do what it was asked to; selling goes on. */
    class MediumFailed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public MediumFailed(String what, Throwable cause) {
            super(what + ": " + cause.getMessage(), cause);
        }

        MediumFailed(String what) {
            super(what);
        }
    }

    /** Somebody changed the card; how far the new one is has to be asked anew. */
    final class OtherMedium extends MediumFailed {
        private static final long serialVersionUID = 1L;

        public OtherMedium() {
            super("another card");
        }
    }
}
