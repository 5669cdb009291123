package de.mobilermarktplatz.tablet.machine;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The way up to the server.
 *
 * @param uplink what the server has confirmed
 * @param under what is under way and who waits for it
 * @param size of the next batch
 * @param believedAt last ticket given out when the acknowledgement in {@code uplink} was believed
 * @param heard the server's time when it last answered, null before it did
 * @param tooOld whether this program gets no new tours
 */
public record Line(
        Uplink uplink,
        Under under,
        BatchSize size,
        Health health,
        long believedAt,
        @Nullable Heard heard,
        boolean tooOld) {

    public static final int MOST_FLYING = 2;

    /**
     * @param flying batches under way, at most {@link #MOST_FLYING}, in order
     * @param reading whether rows for the next batch are being read
     * @param look whether to ask the server although nothing waits
     * @param askers who waits for the line
     * @param keptNext whether the next question on a line that stands is what the server still
     *     keeps apart, not how far its books are
     */
    public record Under(
            List<Flying> flying,
            boolean reading,
            boolean look,
            List<Asker> askers,
            boolean keptNext) {
        public Under {
            flying = List.copyOf(flying);
            askers = List.copyOf(askers);
        }
    }

    /**
     * @param upTo last entry in it, {@code from - 1} when it has none
     * @param sinceMillis when it was sent, monotonic
     * @param endsAKey whether it announces a key, which the server has to know before it can take
     *     what follows
     */
    public record Flying(long ticket, long from, long upTo, long sinceMillis, boolean endsAKey) {}

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

    static Line of(Uplink uplink) {
        var nothing = new Under(List.of(), false, true, List.of(), false);
        var health = uplink.kept() > 0 ? Health.FRESH.apart(Hearing.APART) : Health.FRESH;
        return new Line(uplink, nothing, BatchSize.FIRST, health, 0, null, false);
    }

    public List<Flying> flying() {
        return under.flying();
    }

    public List<Asker> askers() {
        return under.askers();
    }

    boolean reading() {
        return under.reading();
    }

    /** Whether the server holds back what this tablet sends. */
    public boolean shut() {
        return health.shut();
    }

    /** German; what keeps the line from working though the server answers, or null. */
    public @Nullable String trouble() {
        return health.trouble();
    }

    /** The first entry that is neither confirmed nor under way without a gap before it. */
    long next() {
        long next = uplink.reached() + 1;
        for (var batch : flying()) {
            next = batch.from() <= next ? Math.max(next, batch.upTo() + 1) : next;
        }
        return next;
    }

    /**
     * Whether all is kept apart and nothing new waits: the server is then asked, now and then, how
     * far its books are, and in turns whether it still keeps what it said it keeps. One that went
     * back may have forgotten it, and its books do not show that.
     *
     * @param last entry of the journal
     */
    boolean stands(long last) {
        return uplink.kept() > 0 && next() > last;
    }

    /** The entry that the next batch begins with. */
    long from(long last) {
        return stands(last) && !under.keptNext() ? uplink.acked() + 1 : next();
    }

    /** A second batch follows only a line that has just worked, and none follows a new key. */
    boolean mayFly() {
        return flying().stream().noneMatch(Flying::endsAKey)
                && flying().size() < (health.calm() > 0 ? MOST_FLYING : 1);
    }

    Line withReading(boolean now) {
        return with(new Under(flying(), now, under.look(), askers(), under.keptNext()));
    }

    Line withFlying(List<Flying> now) {
        return with(new Under(now, reading(), under.look(), askers(), under.keptNext()));
    }

    Line withAskers(List<Asker> now) {
        return with(new Under(flying(), reading(), under.look(), now, under.keptNext()));
    }

    Line sent(Flying batch) {
        var more = new ArrayList<>(flying());
        more.add(batch);
        boolean asks = batch.upTo() < batch.from();
        boolean keptNext = asks ? batch.from() <= uplink.acked() + 1 : under.keptNext();
        return with(new Under(more, reading(), false, askers(), keptNext));
    }

    Line landed(long ticket) {
        return withFlying(flying().stream().filter(batch -> batch.ticket() != ticket).toList());
    }

    /** Try now, whatever happened before. */
    Line looking() {
        return with(new Under(flying(), reading(), true, askers(), under.keptNext()))
                .with(health.rested());
    }

    Line withTooOld(boolean now) {
        return new Line(uplink, under, size, health, believedAt, heard, now);
    }

    Line overtaken() {
        return with(health.overtaken());
    }

    Line worked(Uplink confirmed, BatchSize next, long lastTicket, Heard word) {
        var how = confirmed.kept() > 0 ? health.still() : health.worked();
        return new Line(confirmed, under, next, how, lastTicket, word, tooOld);
    }

    /** It got there, but only into the quarantine; what follows may go at once. */
    Line kept(long upTo, BatchSize next, String why) {
        return new Line(
                uplink.keptUpTo(upTo), under, next, health.apart(why), believedAt, heard, tooOld);
    }

    Line with(Uplink known) {
        return new Line(known, under, size, health, believedAt, heard, tooOld);
    }

    Line failed(@Nullable String why, boolean shutNow, long rest) {
        var bad = health.failed(why, shutNow, rest);
        return new Line(uplink, under, size.afterFailure(), bad, believedAt, heard, tooOld);
    }

    private Line with(Under now) {
        return new Line(uplink, now, size, health, believedAt, heard, tooOld);
    }

    private Line with(Health now) {
        return new Line(uplink, under, size, now, believedAt, heard, tooOld);
    }
}
