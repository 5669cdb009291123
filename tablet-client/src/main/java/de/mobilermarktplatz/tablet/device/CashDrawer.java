package de.mobilermarktplatz.tablet.device;

/** The drawer under the till. Opens only after the sale is safe on disk. */
@FunctionalInterface
public interface CashDrawer {
    /** Lets the drawer spring open; does nothing when there is none. */
    void open();

    /** A van without a drawer that the till can open. */
    static CashDrawer none() {
        return () -> {};
    }
}
