package de.mobilermarktplatz.tablet.machine;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the server has confirmed.
 *
 * @param acked last sequence the server has committed
 * @param durable last sequence that survives the loss of the server's disk; only below it may
 *     anything be pruned
 * @param epoch of the server when it last answered
 * @param lastAck the last signed acknowledgement as it came, shown to the server so that it notices
 *     its own restore
 * @param clockLag server time minus this tablet's clock
 * @param kept last sequence that the server keeps apart, above {@code acked}; 0 when it keeps
 *     nothing. Only says where to go on: it is in nobody's books, so nothing is ever pruned for it
 */
public record Uplink(
        long acked,
        long durable,
        long epoch,
        @Nullable Bytes lastAck,
        Duration clockLag,
        long kept) {

    /** Nothing is kept apart. */
    public Uplink(
            long acked, long durable, long epoch, @Nullable Bytes lastAck, Duration clockLag) {
        this(acked, durable, epoch, lastAck, clockLag, 0);
    }

    public static final Uplink NEW = new Uplink(0, 0, 0, null, Duration.ZERO);

    private static final Duration SAME_LAG = Duration.ofSeconds(2);

    /**
     * @param upTo 0 for nothing
     */
    Uplink keptUpTo(long upTo) {
        return new Uplink(acked, durable, epoch, lastAck, clockLag, upTo > acked ? upTo : 0);
    }

    /** A server that was restored may have forgotten what it kept. */
    Uplink atEpoch(long risen) {
        return risen > epoch ? new Uplink(acked, durable, risen, lastAck, clockLag, 0) : this;
    }

    /** Everything behind this is sent again. */
    Uplink backTo(long seq) {
        return new Uplink(
                Math.min(acked, seq), Math.min(durable, seq), epoch, lastAck, clockLag, 0);
    }

    /**
     * What was acknowledged is in another history than the server's now: one that was restored went
     * on with a twin's. The whole chain from its beginning can be kept apart there. What a server
     * has signed before is no news to one that has raised its epoch for it.
     *
     * @param base last forgotten entry, 0 for none
     */
    Uplink withoutHistory(long base) {
        return acked > base
                ? new Uplink(base, Math.min(durable, base), epoch, null, clockLag, 0)
                : this;
    }

    /** Last entry that need not be sent now. */
    long reached() {
        return Math.max(acked, kept);
    }

    /** Whether keeping this instead of the earlier one would change nothing that matters. */
    boolean saysNoMoreThan(Uplink earlier) {
        return acked == earlier.acked
                && durable == earlier.durable
                && epoch == earlier.epoch
                && kept == earlier.kept
                && (lastAck == null) == (earlier.lastAck == null)
                && clockLag.minus(earlier.clockLag).abs().compareTo(SAME_LAG) < 0;
    }
}
