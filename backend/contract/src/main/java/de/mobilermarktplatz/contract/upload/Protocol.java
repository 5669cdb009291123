package de.mobilermarktplatz.contract.upload;

/** Versions of the upload messages. */
public final class Protocol {

    /** Version written here. */
    public static final int CURRENT = 1;

    /** Oldest version still read. */
    public static final int OLDEST = 1;

    /** Media type of every body under {@code /sync}. */
    public static final String CONTENT_TYPE = "application/cbor";

    /** Greatest length of an unpacked batch; far above the 64 kB a tablet sends. */
    public static final int MOST_BATCH_BYTES = 1 << 20;

    private Protocol() {}
}
