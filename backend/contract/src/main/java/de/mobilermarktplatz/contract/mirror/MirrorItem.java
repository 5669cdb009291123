package de.mobilermarktplatz.contract.mirror;

/** What a reader finds in a mirror file, in its order. */
public sealed interface MirrorItem {

    /** Place of its first byte in the file. */
    long offset();

    record Intact(long offset, MirrorRecord content) implements MirrorItem {}

    /**
     * Whole as it stands there, but sealed for another county, altered with care, or of a later
     * version.
     */
    record Sealed(long offset, int length) implements MirrorItem {}

    /** Bytes that are no record; behind them it goes on. */
    record Damaged(long offset, long length) implements MirrorItem {}

    /** The file ends inside a record: what a crash or a pulled card leaves. */
    record Torn(long offset, long length) implements MirrorItem {}
}
