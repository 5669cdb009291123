package de.mobilermarktplatz.simulation.world;

/** Everything that the simulator breaks; each kind has its own rate in each seed. */
public enum Fault {
    // The tablet's disk
    PROCESS_KILLED(Where.DISK),
    POWER_CUT(Where.DISK),
    SECTOR_LOST(Where.SECTOR),
    SECTOR_TORN(Where.SECTOR),
    SECTORS_REORDERED(Where.SECTOR),
    FSYNC_FAILED_BUT_KEPT(Where.DISK),
    FSYNC_FAILED_AND_LOST(Where.DISK),
    DISK_FULL(Where.DISK),
    // The second medium
    MIRROR_WRITE_FAILED(Where.MIRROR),
    MIRROR_RECORD_TORN(Where.MIRROR),
    // The network, one request at a time
    REQUEST_LOST(Where.NET),
    ANSWER_LOST(Where.NET),
    REQUEST_DOUBLED(Where.NET),
    REQUEST_OVERTAKEN(Where.NET),
    REQUEST_CUT_SHORT(Where.NET),
    ANSWER_CUT_SHORT(Where.NET),
    HALF_OPEN(Where.NET),
    LINE_CLOGGED(Where.NET),
    // The database and the backends on it
    TRANSACTION_ROLLED_BACK(Where.DB),
    COMMIT_OF_UNKNOWN_OUTCOME(Where.DB),
    BACKEND_KILLED_BEFORE_COMMIT(Where.DB),
    BACKEND_KILLED_AFTER_COMMIT(Where.DB),
    TWO_BACKENDS_ON_ONE_JOURNAL(Where.DB),
    FAILOVER_LOST_THE_TAIL(Where.DB),
    RESTORED_FROM_BACKUP(Where.DB),
    // The payment provider
    PROVIDER_UNREACHABLE(Where.PROVIDER),
    PROVIDER_TIMED_OUT_AFTER_SUCCESS(Where.PROVIDER),
    PROVIDER_FORGOT_KEYS(Where.PROVIDER),
    WEBHOOK_LATE(Where.PROVIDER),
    WEBHOOK_DOUBLED(Where.PROVIDER),
    WEBHOOKS_REORDERED(Where.PROVIDER),
    WEBHOOK_LOST(Where.PROVIDER),
    CARD_DECLINED(Where.PROVIDER),
    HOLD_RAN_OUT(Where.PROVIDER),
    // Clocks and devices
    CLOCK_FORWARD(Where.DEVICE),
    CLOCK_BACK(Where.DEVICE),
    TABLET_REPLACED(Where.DEVICE),
    TABLET_STOLEN(Where.DEVICE),
    TABLET_CLONED(Where.DEVICE),
    TABLET_DEAD(Where.DEVICE),
    THIRTY_DAYS_OFFLINE(Where.DEVICE),
    // What comes down; new kinds stand at the end, so that the others' dice fall as before
    SNAPSHOT_PIECE_FORGOTTEN(Where.FEED),
    CARD_CHANGED(Where.DEVICE);

    /** Part of the world it happens in; decides how often it may happen at most. */
    public enum Where {
        DISK(12),
        SECTOR(500),
        MIRROR(80),
        NET(150),
        FEED(300),
        DB(60),
        PROVIDER(200),
        DEVICE(500);

        final int mostPerMille;

        Where(int mostPerMille) {
            this.mostPerMille = mostPerMille;
        }
    }

    final Where where;

    Fault(Where where) {
        this.where = where;
    }
}
