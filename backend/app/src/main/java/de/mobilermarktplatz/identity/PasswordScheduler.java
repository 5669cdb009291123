package de.mobilermarktplatz.identity;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Argon2id takes tens of milliseconds of CPU: never on an event loop, and never more than the queue
 * holds.
 */
@Component
public class PasswordScheduler implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 200;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "password");

    public <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
