package de.mobilermarktplatz.tablet.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way up to the server.
 *
 * @param uplink what the server has confirmed
 * @param flying batches under way, at most {@link #MOST_FLYING}, in order
 * @param reading whether rows for the next batch are being read
 * @param calm exchanges in a row that went well; below zero after a batch that overtook another
 * @param failures tries in a row that failed
 * @param restUntil no try before, monotonic milliseconds
 * @param look whether to ask the server although nothing waits
 * @param believedAt last ticket given out when the acknowledgement in {@code uplink} was believed
 * @param heard the server's time when it last answered, null before it did
 * @param trouble German; what keeps the line from working though the server answers, or null
 * @param shut whether the server holds back what this tablet sends, so that tries are rare
 * @param tooOld whether this program gets no new tours
 * @param askers who waits for the line
 */
public record Line(
        Uplink uplink,
        List<Flying> flying,
        boolean reading,
        BatchSize size,
        int calm,
        int failures,
        long restUntil,
        boolean look,
        long believedAt,
        @Nullable Heard heard,
        @Nullable String trouble,
        boolean shut,
        boolean tooOld,
        List<Asker> askers) {

    public static final int MOST_FLYING = 2;

    /** So many exchanges go alone after one batch overtook another. */
    static final int ALONE_AFTER_OVERTAKING = 8;

    /**
     * @param upTo last entry in it, {@code from - 1} when it has none
     * @param sinceMillis when it was sent, monotonic
     */
    public record Flying(long ticket, long from, long upTo, long sinceMillis) {}

    /**
     * @param monoMillis when it was said
     */
    public record Heard(Instant serverTime, long monoMillis) {
        Instant now(long millis) {
            return serverTime.plusMillis(millis - monoMillis);
        }
    }

    /**
     * @param after only batches with a later ticket count
     */
    public record Asker(long ticket, boolean untilEmpty, long after) {}

    public Line {
        flying = List.copyOf(flying);
        askers = List.copyOf(askers);
    }

    static Line of(Uplink uplink) {
        return new Line(
                uplink,
                List.of(),
                false,
                BatchSize.FIRST,
                0,
                0,
                Long.MIN_VALUE,
                true,
                0,
                null,
                null,
                false,
                false,
                List.of());
    }

    /** The first entry that is neither confirmed nor under way without a gap before it. */
    long next() {
        long next = uplink.acked() + 1;
        for (var batch : flying) {
            next = batch.from() <= next ? Math.max(next, batch.upTo() + 1) : next;
        }
        return next;
    }

    /** A second batch follows only a line that has just worked. */
    boolean mayFly() {
        return flying.size() < (calm > 0 ? MOST_FLYING : 1);
    }

    Line withReading(boolean now) {
        return new Line(
                uplink,
                flying,
                now,
                size,
                calm,
                failures,
                restUntil,
                look,
                believedAt,
                heard,
                trouble,
                shut,
                tooOld,
                askers);
    }

    Line withFlying(List<Flying> now) {
        return new Line(
                uplink,
                now,
                reading,
                size,
                calm,
                failures,
                restUntil,
                look,
                believedAt,
                heard,
                trouble,
                shut,
                tooOld,
                askers);
    }

    Line sent(Flying batch) {
        var more = new ArrayList<>(flying);
        more.add(batch);
        return new Line(
                uplink,
                more,
                reading,
                size,
                calm,
                failures,
                restUntil,
                false,
                believedAt,
                heard,
                trouble,
                shut,
                tooOld,
                askers);
    }

    Line landed(long ticket) {
        return withFlying(flying.stream().filter(batch -> batch.ticket() != ticket).toList());
    }

    /** Try now, whatever happened before. */
    Line looking() {
        return new Line(
                uplink,
                flying,
                reading,
                size,
                calm,
                failures,
                Long.MIN_VALUE,
                true,
                believedAt,
                heard,
                trouble,
                shut,
                tooOld,
                askers);
    }

    Line withAskers(List<Asker> now) {
        return new Line(
                uplink,
                flying,
                reading,
                size,
                calm,
                failures,
                restUntil,
                look,
                believedAt,
                heard,
                trouble,
                shut,
                tooOld,
                now);
    }

    Line withTooOld(boolean now) {
        return new Line(
                uplink,
                flying,
                reading,
                size,
                calm,
                failures,
                restUntil,
                look,
                believedAt,
                heard,
                trouble,
                shut,
                now,
                askers);
    }

    Line overtaken() {
        return new Line(
                uplink,
                flying,
                reading,
                size,
                -ALONE_AFTER_OVERTAKING,
                failures,
                restUntil,
                look,
                believedAt,
                heard,
                trouble,
                shut,
                tooOld,
                askers);
    }

    Line worked(Uplink confirmed, BatchSize next, long lastTicket, Heard word) {
        return new Line(
                confirmed,
                flying,
                reading,
                next,
                calm + 1,
                0,
                Long.MIN_VALUE,
                look,
                lastTicket,
                word,
                null,
                false,
                tooOld,
                askers);
    }

    Line failed(@Nullable String why, boolean shutNow, long rest) {
        return new Line(
                uplink,
                flying,
                reading,
                size.afterFailure(),
                0,
                failures + 1,
                rest,
                look,
                believedAt,
                heard,
                why,
                shutNow,
                tooOld,
                askers);
    }
}
