package de.mobilermarktplatz.simulation.mutants;

/**
 * Planted bugs. Each changes what goes into or comes out of a real core, or what an edge does with
 * it; none is in production code.
 */
public enum Mutant {
    /** A batch that came before is taken for new. */
    NO_DEDUPE("I3"),
    /** The receipt is on the counter before its entry is on the disk. */
    RECEIPT_BEFORE_FSYNC("I1"),
    /** Inbox first, what it means in a transaction of its own. */
    TWO_TRANSACTIONS("I5"),
    /** A batch that begins too late is taken all the same. */
    ACCEPT_GAPS("I3"),
    /** Each try to create a payment at the provider has a new idempotency key. */
    FRESH_PAYMENT_KEY("I7"),
    /** A key older than the provider's memory is trusted, and nobody looks. */
    KEY_EXPIRY_IGNORED("I8"),
    /** Each try to refund has a new idempotency key, and nobody looks for the one before. */
    FRESH_REFUND_KEY("I8"),
    /** Nothing is sold while the clock is behind the last entry. */
    CLOCK_SET_BACK_STOPS_SELLING("I15"),
    /** A provider that does not answer is taken for one that refuses. */
    UNKNOWN_MEANS_REFUSED("I7"),
    /** The tablet forgets what is acknowledged, not what is durable. */
    PRUNE_ON_ACK("I4"),
    /** A server that has less than before is not believed. */
    EPOCH_IGNORED("I16"),
    /** The acknowledgement leaves before the commit. */
    ACK_BEFORE_COMMIT("I4"),

    /** A failed fsync is tried again and believed. */
    FSYNC_RETRIED("I1"),
    /** The second medium is told to be done before it synced. */
    MIRROR_NOT_SYNCED("I2"),
    /** A medium that answers again is taken to hold everything. */
    MIRROR_BACK_OVERSTATED("I2"),
    /** A card that was changed gets only what comes after. */
    CHANGED_CARD_NOT_NOTICED("I2"),
    /** Entries that the server refuses are dropped. */
    REFUSED_ENTRIES_DROPPED("I11"),
    /** What must be kept apart is only said to be. */
    QUARANTINE_NOT_WRITTEN("I11"),
    /** A stolen tablet still writes into the books. */
    REVOKED_ACCEPTED("I14"),
    /** The journal's row is read before it is locked. */
    NO_ROW_LOCK("I3"),
    /** Another history under the same numbers is not noticed. */
    FORK_NOT_NOTICED("I3"),
    /** The last entry of a long batch is acknowledged, not stored. */
    TAIL_OF_LONG_BATCH_LOST("I3"),
    /** Lines that a customer refused are not marked. */
    REFUSAL_NOT_BOOKED("I6"),
    /** A tour's end is not noted. */
    TOUR_END_LOST("I6"),
    /** Stock of a voided receipt goes the wrong way. */
    VOID_MOVES_STOCK_TWICE("I5"),
    /** The tablet's projections are a commit behind its journal. */
    PROJECTIONS_LAG("I6"),
    /** A tablet that starts forgets the last commit when the end of its log is torn. */
    LAST_COMMIT_CUT_WITH_TORN_TAIL("I10"),
    /** A record is believed without its checksum. */
    CHECKSUM_IGNORED("I16"),
    /** The durable mark follows the acknowledgement. */
    DURABLE_IS_ACKED("I4"),
    /** A replacement gets the tour without a new generation. */
    GENERATION_KEPT("I13"),
    /** No alarm is set after several failures in a row. */
    RETRY_TIMER_FORGOTTEN("I16"),
    /** A tablet that was refused for good does not try again. */
    GIVES_UP_WHEN_SHUT("I16"),
    /** A tablet that goes on with a new journal does not deliver the old one. */
    OLD_JOURNAL_LEFT_LYING("I2"),
    /** It writes into the old journal, too. */
    OLD_JOURNAL_WRITTEN_ON("I3"),
    /** Which journal went on where is not noted. */
    PARENT_NOT_NOTED("I3"),
    /** Entries that the new key signed travel with the one that announces it. */
    ENTRIES_TRAVEL_WITH_THE_ROLL("I16"),
    /** The new key signs although its announcement is not on the disk. */
    NEW_KEY_BEFORE_ITS_COMMIT("I16"),
    /** The server takes the announcement and not the key. */
    ANNOUNCED_KEY_NOT_TAKEN("I16"),
    /** News are applied without a look at their fingerprint. */
    FEED_HASH_NOT_COMPARED("I9"),
    /** What a revoked tablet sent is taken into the books though nobody said so. */
    RELEASED_BY_NOBODY("I14"),
    /** What is adopted is not compared with the books. */
    ADOPTED_TWICE("I6"),
    /** A tablet believes for ever that the server keeps what it once kept apart. */
    LOST_QUARANTINE_NOT_NOTICED("I2"),

    /** Whoever has more than the card had agreed to keeps it, and nobody hears of it. */
    SHORT_CASE_NOT_OPENED("I7"),

    // Rare ones: hundreds of seeds do not see them.

    /** {@link #NO_DEDUPE}, but only where the batch begins at the edge of a page. */
    NO_DEDUPE_AT_PAGE_EDGE("I3"),
    /** The last entry is lost when it ends a page. */
    TAIL_LOST_AT_PAGE_EDGE("I3"),
    /** {@link #ACK_BEFORE_COMMIT}, but only at the edge of a page. */
    ACK_BEFORE_COMMIT_AT_PAGE_EDGE("I4"),
    /** {@link #TWO_TRANSACTIONS}, but only at the edge of a page. */
    TWO_TRANSACTIONS_AT_PAGE_EDGE("I5"),
    /** {@link #ACCEPT_GAPS}, but only at the edge of a page. */
    ACCEPT_GAPS_AT_PAGE_EDGE("I3"),
    /** {@link #FORK_NOT_NOTICED}, but only at the edge of a page. */
    FORK_NOT_NOTICED_AT_PAGE_EDGE("I3"),
    /** {@link #PROJECTIONS_LAG}, but only at the edge of a quarter of a page. */
    PROJECTIONS_LAG_AT_PAGE_EDGE("I6"),
    /** {@link #FSYNC_RETRIED}, but only at the edge of a page. */
    FSYNC_RETRIED_AT_PAGE_EDGE("I1"),
    /** A server that went back is believed, but not after many times. */
    LATE_RESTORE_IGNORED("I16"),
    /** The last of several entries on a second medium is not handed in. */
    RECOVERY_FORGETS_THE_LAST("I2"),
    /** A long body is not kept apart. */
    LONG_QUARANTINE_NOT_WRITTEN("I11"),
    /** A fourth tablet gets the tour without a new generation. */
    GENERATION_KEPT_THE_THIRD_TIME("I13");

    /** Entries on a page, for bugs at its edge. */
    public static final int PAGE = 64;

    private final String invariant;

    Mutant(String invariant) {
        this.invariant = invariant;
    }

    /** The invariant that must not survive it. */
    public String invariant() {
        return invariant;
    }
}
