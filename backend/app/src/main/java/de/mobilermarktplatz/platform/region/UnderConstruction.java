package de.mobilermarktplatz.platform.region;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Regions that are just being filled: nobody may see them half done, and relay and jobs leave them
 * alone. Kept in this process only, because only the process that fills a region knows.
 */
@Component
public class UnderConstruction {

    private final Map<String, Progress> regions = new ConcurrentHashMap<>();

    /**
     * How far it is.
     *
     * @param step from 1
     * @param what in German, for whoever waits
     */
    public record Progress(int step, int steps, String what) {

        private static final int WHOLE = 100;

        /** Of the steps that are done. */
        public int percent() {
            return (step - 1) * WHOLE / steps;
        }
    }

    /** From now on, or still, nobody may see the region. */
    public void tell(String slug, Progress progress) {
        var _ = regions.put(slug, progress);
    }

    public void done(String slug) {
        var _ = regions.remove(slug);
    }

    /** Empty when everybody may see the region. */
    public Optional<Progress> of(String slug) {
        return Optional.ofNullable(regions.get(slug));
    }

    /** One of the regions that are being filled. */
    public Optional<Progress> any() {
        return regions.values().stream().findFirst();
    }
}
