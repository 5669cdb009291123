package de.mobilermarktplatz.identity;

import de.mobilermarktplatz.identity.store.SessionStore;
import de.mobilermarktplatz.platform.region.Region;
import java.time.Duration;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Keeps everybody signed in while the clock of a demonstration jumps. */
@Component
public class DemoSessions {

    private final SessionStore store;
    private final InstantSource clock;

    DemoSessions(SessionStore store, InstantSource clock) {
        this.store = store;
        this.clock = clock;
    }

    /**
     * To be called before the clock jumps.
     *
     * @param by how far it will jump
     * @return how many sessions stay open
     */
    public Mono<Long> keepFor(Region region, Duration by) {
        return store.prolong(region, clock.instant(), by.toSeconds());
    }
}
