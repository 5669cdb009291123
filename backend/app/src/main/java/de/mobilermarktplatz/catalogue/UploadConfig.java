package de.mobilermarktplatz.catalogue;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Reading a big table takes CPU for a second: never on an event loop, and never more than the queue
 * holds.
 */
@Configuration(proxyBeanMethods = false)
class UploadConfig {

    private static final int THREADS = 2;
    private static final int WAITING = 40;

    @Bean(destroyMethod = "dispose")
    Scheduler uploadThreads() {
        return Schedulers.newBoundedElastic(THREADS, WAITING, "upload");
    }
}
