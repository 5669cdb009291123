package de.mobilermarktplatz.platform.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Work that runs on its own: nobody waits for it, the same work never runs twice at once in this
 * process, and what takes too long is given up. So a job that waits for a slow payment provider
 * holds up neither the other jobs of its region nor other regions.
 */
final class InFlight implements Disposable {

    private static final Logger LOG = LoggerFactory.getLogger(InFlight.class);

    /** Named pieces of work that may run at the same time; the rest comes at the next heartbeat. */
    static final int MOST = 256;

    private final Duration longest;
    private final Set<String> names = ConcurrentHashMap.newKeySet();
    private final Disposable.Composite running = Disposables.composite();

    /**
     * @param longest after which work is cancelled; it comes again at its next turn
     */
    InFlight(Duration longest) {
        this.longest = longest;
    }

    /** True for one caller until {@link #leave}, or the end of {@link #run}, of the same name. */
    boolean enter(String name) {
        return names.size() < MOST && names.add(name);
    }

    void leave(String name) {
        var _ = names.remove(name);
    }

    /** Starts the work of a name that was entered, and leaves it when the work ends in any way. */
    void run(String name, Mono<Void> work) {
        Disposable.Swap own = Disposables.swap();
        if (!running.add(own)) {
            leave(name);
            return;
        }
        var _ =
                own.update(
                        work.timeout(longest)
                                .subscribeOn(Schedulers.parallel())
                                .doFinally(
                                        end -> {
                                            leave(name);
                                            var _ = running.remove(own);
                                        })
                                .subscribe(
                                        nothing -> {},
                                        error ->
                                                LOG.warn(
                                                        "{} failed and comes again", name, error)));
    }

    @Override
    public void dispose() {
        running.dispose();
    }

    @Override
    public boolean isDisposed() {
        return running.isDisposed();
    }
}
