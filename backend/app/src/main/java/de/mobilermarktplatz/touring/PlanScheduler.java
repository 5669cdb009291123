package de.mobilermarktplatz.touring;

import java.util.concurrent.Callable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Planning takes seconds of CPU: never on an event loop, and never more at once than here. */
@Component
class PlanScheduler implements DisposableBean {

    private static final int THREADS = 2;
    private static final int WAITING = 50;

    private final Scheduler scheduler = Schedulers.newBoundedElastic(THREADS, WAITING, "planning");

    <T> Mono<T> run(Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(scheduler);
    }

    @Override
    public void destroy() {
        scheduler.dispose();
    }
}
