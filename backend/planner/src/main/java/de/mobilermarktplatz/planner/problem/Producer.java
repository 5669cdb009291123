package de.mobilermarktplatz.planner.problem;

/**
 * A place where goods come aboard, at most once per van. Loading takes {@code fixedSeconds} and
 * {@code secondsPerCrate} for each crate taken; it must start between {@code earliestStart} and
 * {@code latestStart} (seconds of the day, inclusive).
 */
public record Producer(
        String id,
        int place,
        int earliestStart,
        int latestStart,
        int fixedSeconds,
        int secondsPerCrate) {

    public Producer {
        if (id.isEmpty() || fixedSeconds < 0 || secondsPerCrate < 0) {
            throw new IllegalArgumentException(
                    "Producer " + id + " needs an id and loading times of at least 0");
        }
    }

    /** Open all day, no loading time. */
    public static Producer at(String id, int place) {
        return new Producer(id, place, 0, Integer.MAX_VALUE / 4, 0, 0);
    }

    public Producer loadingBetween(int earliest, int latest) {
        return new Producer(id, place, earliest, latest, fixedSeconds, secondsPerCrate);
    }

    public Producer loadingFor(int fixed, int perCrate) {
        return new Producer(id, place, earliestStart, latestStart, fixed, perCrate);
    }
}
