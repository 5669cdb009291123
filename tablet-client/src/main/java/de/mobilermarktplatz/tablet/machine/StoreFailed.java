package de.mobilermarktplatz.tablet.machine;

/**
 * The tablet could not write safely. Whoever sees it must stop selling: after a failed commit or
 * fsync nobody knows what is on the disk, and asking the disk again proves nothing (a second fsync
 * may report success for lost pages).
 */
public final class StoreFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /**
     * @param what what was being written, in a few words
     * @param cause what the database said
     */
    public StoreFailed(String what, Throwable cause) {
        super(
                "Could not store "
                        + what
                        + " ("
                        + cause.getMessage()
                        + "). Maybe the disk is full or broken: free space or change the tablet, then start again.",
                cause);
    }
}
