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
 */
public record Uplink(
        long acked, long durable, long epoch, @Nullable Bytes lastAck, Duration clockLag) {
    public static final Uplink NEW = new Uplink(0, 0, 0, null, Duration.ZERO);

    private static final Duration SAME_LAG = Duration.ofSeconds(2);

    /** Whether keeping this instead of the earlier one would change nothing that matters. */
    boolean saysNoMoreThan(Uplink earlier) {
        return acked == earlier.acked
                && durable == earlier.durable
                && epoch == earlier.epoch
                && (lastAck == null) == (earlier.lastAck == null)
                && clockLag.minus(earlier.clockLag).abs().compareTo(SAME_LAG) < 0;
    }
}
