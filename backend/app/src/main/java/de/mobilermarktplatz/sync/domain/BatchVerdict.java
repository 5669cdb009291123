package de.mobilermarktplatz.sync.domain;

import java.util.List;

/** What an uploaded batch turns out to be (sync.md 2.2). */
public sealed interface BatchVerdict {

    /**
     * Fits the chain.
     *
     * @param fresh entries that the server does not hold yet; empty for a repeated batch
     */
    record Fits(List<Link> fresh) implements BatchVerdict {}

    /** Begins after what the server holds: the tablet must go back to {@code acked}. */
    record Gap(long acked) implements BatchVerdict {}

    /**
     * Another history than the one held: a copied device or a damaged store. Kept apart, never
     * lost.
     */
    record Fork(long seq) implements BatchVerdict {}

    /** Not signed by the device's key over the head that the entries lead to. */
    record BadSignature() implements BatchVerdict {}
}
