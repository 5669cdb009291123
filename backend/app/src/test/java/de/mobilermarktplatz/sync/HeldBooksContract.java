package de.mobilermarktplatz.sync;

/** Cases that every {@link HeldBooks} passes. */
public abstract class HeldBooksContract {

    /** Empty books. */
    protected abstract HeldBooks books();
}
