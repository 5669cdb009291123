package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.platform.problem.Rejection;
import java.util.Map;

/** Somebody asked for a place or stop that this region does not have. */
public record UnknownPlace(String asked) implements Rejection {

    private static final int SHOWN = 60;

    @Override
    public String slug() {
        return "unknown-place";
    }

    @Override
    public Map<String, Object> parameters() {
        return Map.of("asked", asked.substring(0, Math.min(asked.length(), SHOWN)));
    }
}
