package de.mobilermarktplatz.contract.feed;

import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What a tablet asks for: {@code tour:0190…=481&cat:2026-11-24=90&epoch=1&wait=25}.
 *
 * @param cursors last number seen by stream, at most {@link #MOST_STREAMS}
 * @param epoch in which the cursors were given out; 0 before the first answer
 * @param waitSeconds how long the server may wait for news, 0 to {@link #LONGEST_WAIT_SECONDS}
 */
public record FeedRequest(Map<String, Long> cursors, long epoch, int waitSeconds) {

    public static final int MOST_STREAMS = 8;
    public static final int LONGEST_WAIT_SECONDS = 25;

    private static final String EPOCH = "epoch";
    private static final String WAIT = "wait";

    public FeedRequest {
        cursors = Map.copyOf(cursors);
        if (cursors.isEmpty() || cursors.size() > MOST_STREAMS) {
            throw new IllegalArgumentException(
                    "1 to " + MOST_STREAMS + " streams, not " + cursors.size());
        }
        if (epoch < 0 || cursors.values().stream().anyMatch(seq -> seq < 0)) {
            throw new IllegalArgumentException("numbers of entries and epochs are not negative");
        }
        if (waitSeconds < 0 || waitSeconds > LONGEST_WAIT_SECONDS) {
            throw new IllegalArgumentException(
                    "a wait of 0 to " + LONGEST_WAIT_SECONDS + " seconds, not " + waitSeconds);
        }
    }

    /** The query part of the address, in a fixed order. */
    public String query() {
        return new TreeMap<>(cursors)
                        .entrySet().stream()
                                .map(cursor -> cursor.getKey() + "=" + cursor.getValue())
                                .collect(Collectors.joining("&"))
                + "&"
                + EPOCH
                + "="
                + epoch
                + "&"
                + WAIT
                + "="
                + waitSeconds;
    }

    /**
     * Reads the parameters of a query.
     *
     * @throws IllegalArgumentException if a value is no number or out of its bounds
     */
    public static FeedRequest of(Map<String, String> parameters) {
        Map<String, Long> cursors = new TreeMap<>();
        parameters.forEach(
                (name, value) -> {
                    if (!name.equals(EPOCH) && !name.equals(WAIT)) {
                        var _ = cursors.put(name, Long.parseLong(value));
                    }
                });
        return new FeedRequest(
                cursors,
                Long.parseLong(parameters.getOrDefault(EPOCH, "0")),
                Integer.parseInt(parameters.getOrDefault(WAIT, "0")));
    }
}
