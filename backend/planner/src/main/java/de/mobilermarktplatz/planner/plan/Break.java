package de.mobilermarktplatz.planner.plan;

/** The driver is off duty for {@code seconds} from {@code start} (seconds of the day). */
public record Break(int start, int seconds) {
    public int end() {
        return start + seconds;
    }
}
