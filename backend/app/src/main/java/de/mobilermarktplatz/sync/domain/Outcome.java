package de.mobilermarktplatz.sync.domain;

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
     */
    record KeptApart(String reason, boolean kept) implements Outcome {}
}
