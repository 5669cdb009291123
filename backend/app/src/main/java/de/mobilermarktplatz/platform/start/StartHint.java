package de.mobilermarktplatz.platform.start;

import de.mobilermarktplatz.platform.region.Region;
import reactor.core.publisher.Mono;

/** A line that a demonstration prints at its start, so that people know where to look first. */
public interface StartHint {

    /** Where among the lines, smallest first. */
    int order();

    /** The line for this region; empty when there is nothing to say. Runs inside the region. */
    Mono<Line> line(Region region);

    /**
     * @param label in German, what it is
     * @param text an address that starts with {@code /}, which is completed by the host, or any
     *     other text such as a code
     */
    record Line(String label, String text) {}
}
