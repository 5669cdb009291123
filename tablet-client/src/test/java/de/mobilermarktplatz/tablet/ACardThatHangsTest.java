package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.machine.Event;
import de.mobilermarktplatz.tablet.machine.SecondMedium;
import de.mobilermarktplatz.tablet.machine.StoredEntry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ACardThatHangsTest {
    private static final List<StoredEntry> ROWS =
            List.of(new StoredEntry(1, Bytes.EMPTY, Bytes.EMPTY, Bytes.EMPTY));

    @Test
    void isWaitedForOnceForAMomentAndThenLeftAloneUntilItAnswers() throws Exception {
        var wakes = new CountDownLatch(1);
        try (var copyist = new Copyist(new Hanging(wakes))) {
            long started = System.nanoTime();
            assertThat(copyist.append(ROWS)).isInstanceOf(Event.MirrorFailed.class);
            var waited = Duration.ofNanos(System.nanoTime() - started);
            assertThat(waited).isLessThan(Copyist.PATIENCE.multipliedBy(4));
            long again = System.nanoTime();
            assertThat(copyist.append(ROWS)).isInstanceOf(Event.MirrorFailed.class);
            assertThat(Duration.ofNanos(System.nanoTime() - again)).isLessThan(Copyist.PATIENCE);
            wakes.countDown();
            var answer = copyist.probe();
            for (int i = 0; i < 100 && answer instanceof Event.MirrorFailed; i++) {
                Thread.sleep(10);
                answer = copyist.probe();
            }
            assertThat(answer).isEqualTo(new Event.MirrorBack(1));
        }
    }

    /** Takes what it is given once it wakes. */
    private record Hanging(CountDownLatch wakes) implements SecondMedium {
        @Override
        public long upTo() {
            return 1;
        }

        @Override
        public void append(List<StoredEntry> rows) {
            try {
                wakes.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
