package de.mobilermarktplatz.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

/** A job that waits for somebody slow. */
class SlowJobsTest {

    private final InFlight running = new InFlight(Duration.ofMillis(300));

    @AfterEach
    void stop() {
        running.dispose();
    }

    @Test
    void aJobThatHangsHoldsUpNobody() {
        CompletableFuture<String> other = new CompletableFuture<>();

        start("slow", Mono.never());
        start("quick", Mono.fromRunnable(() -> other.complete("done")));

        assertThat(other).succeedsWithin(Duration.ofSeconds(5)).isEqualTo("done");
    }

    @Test
    void theSameJobNeverRunsTwiceAtOnce() {
        assertThat(start("job", Mono.never())).isTrue();
        assertThat(start("job", Mono.never())).isFalse();
    }

    @Test
    void whatTakesTooLongIsGivenUpAndMayComeAgain() {
        AtomicInteger cancelled = new AtomicInteger();
        start("job", Mono.<Void>never().doOnCancel(cancelled::incrementAndGet));

        await().atMost(Duration.ofSeconds(5)).until(() -> start("job", Mono.never()));
        assertThat(cancelled).hasValue(1);
    }

    @Test
    void aJobThatFailsMayComeAgain() {
        start("job", Mono.error(new IllegalStateException("on purpose")));

        await().atMost(Duration.ofSeconds(5)).until(() -> start("job", Mono.never()));
    }

    @Test
    void moreThanTheBoundWaitForTheNextHeartbeat() {
        for (int i = 0; i < InFlight.MOST; i++) {
            assertThat(running.enter("job " + i)).isTrue();
        }
        assertThat(running.enter("one more")).isFalse();
        running.leave("job 7");
        assertThat(running.enter("one more")).isTrue();
    }

    private boolean start(String name, Mono<Void> work) {
        boolean entered = running.enter(name);
        if (entered) {
            running.run(name, work);
        }
        return entered;
    }
}
