package de.mobilermarktplatz.contract.upload;

/** Versions of the upload messages. */
public final class Protocol {

    /** Version written here. */
    public static final int CURRENT = 1;

    /** Oldest version still read. */
    public static final int OLDEST = 1;

    /** Major version of tours, feed and certificates as they are written here. */
    public static final int DOWN_CURRENT = 1;

    /** Oldest one that is still written: two majors back. Older programs sell and upload only. */
    public static final int DOWN_OLDEST = Math.max(1, DOWN_CURRENT - 2);

    /** Media type of every body under {@code /sync}. */
    public static final String CONTENT_TYPE = "application/cbor";

    /** Greatest length of an unpacked batch; far above the 64 kB a tablet sends. */
    public static final int MOST_BATCH_BYTES = 1 << 20;

    /** Most entries of one batch: as many of the smallest as fit into 64 kB. */
    public static final int MOST_ENTRIES = 4_000;

    private Protocol() {}
}
