package de.mobilermarktplatz.sync.domain;

import org.jspecify.annotations.Nullable;

/** What became of what arrived. */
public sealed interface Outcome {

    /** Everything up to the acknowledgement is held. */
    record Accepted(JournalState state, long durable, long epoch) implements Outcome {}

    /**
     * The batch begins too late; the tablet must send again from the acknowledgement on.
     *
     * @param epoch risen when the tablet proved that this server was restored
     */
    record Behind(JournalState state, long durable, long epoch) implements Outcome {}

    /**
     * Not taken into the books.
     *
     * @param reason FORK, BAD_SIGNATURE or REVOKED
     * @param kept false when the device's share of the quarantine is full: the sender keeps it
     * @param end up to where the journal is kept now, null when what comes before this batch is not
     *     known here
     */
    record KeptApart(String reason, boolean kept, @Nullable KeptHead end) implements Outcome {}
}
