package de.mobilermarktplatz.tablet.lock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.tablet.store.TabletStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinLockTest {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    /** Few, so that the stories are quick. */
    private static final int ROUNDS = 10;

    @TempDir Path data;
    private final AtomicLong nanos = new AtomicLong();
    private TabletStore store;
    private PinLock lock;

    @BeforeEach
    void open() {
        store = TabletStore.open(data);
        lock = fresh();
        lock.choose("4711");
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void theRightPinOpensAlsoAfterARestart() {
        assertThat(lock.check("4711")).isEqualTo(new PinLock.Verdict.Open());
        store.close();
        store = TabletStore.open(data);
        assertThat(fresh().isChosen()).isTrue();
        assertThat(fresh().check("4711")).isEqualTo(new PinLock.Verdict.Open());
    }

    @Test
    void threeWrongPinsCostFiveSecondsAndEachFurtherOneTwiceAsMuch() {
        assertThat(lock.check("1111")).isEqualTo(new PinLock.Verdict.Wrong(Duration.ZERO));
        assertThat(lock.check("1111")).isEqualTo(new PinLock.Verdict.Wrong(Duration.ZERO));
        assertThat(lock.check("1111")).isEqualTo(new PinLock.Verdict.Wrong(FIRST_WAIT));
        assertThat(lock.check("4711")).isEqualTo(new PinLock.Verdict.TooEarly(FIRST_WAIT));
        pass(FIRST_WAIT);
        assertThat(lock.check("1111"))
                .isEqualTo(new PinLock.Verdict.Wrong(FIRST_WAIT.multipliedBy(2)));
        pass(FIRST_WAIT.multipliedBy(2));
        assertThat(lock.check("4711")).isEqualTo(new PinLock.Verdict.Open());
        assertThat(lock.check("1111")).isEqualTo(new PinLock.Verdict.Wrong(Duration.ZERO));
    }

    @Test
    void theWaitNeverGrowsBeyondAQuarterOfAnHour() {
        store.pin().failures(1000);
        assertThat(lock.waitLeft()).isEqualTo(Duration.ofMinutes(15));
    }

    @Test
    void aRestartForgetsNoWrongPin() {
        lock.check("1111");
        lock.check("1111");
        lock.check("1111");
        pass(FIRST_WAIT);
        assertThat(fresh().check("4711")).isEqualTo(new PinLock.Verdict.TooEarly(FIRST_WAIT));
    }

    @Test
    void easyPinsAreNoPins() {
        assertThat(PinLock.objection("4711")).isEmpty();
        assertThat(PinLock.objection("471")).isNotEmpty();
        assertThat(PinLock.objection("4711471")).isNotEmpty();
        assertThat(PinLock.objection("0000")).isNotEmpty();
        assertThat(PinLock.objection("1234")).isNotEmpty();
        assertThat(PinLock.objection("987654")).isNotEmpty();
        assertThatThrownBy(() -> lock.choose("1234")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void thePinItselfStandsNowhere() {
        assertThat(store.pin().pin().orElseThrow().toString()).doesNotContain("4711");
        var twin = PinHash.of("4711", ROUNDS, new Random(9));
        assertThat(twin.hash()).isNotEqualTo(store.pin().pin().orElseThrow().hash());
    }

    private PinLock fresh() {
        return new PinLock(store.pin(), new Random(1), nanos::get, ROUNDS);
    }

    private void pass(Duration time) {
        nanos.addAndGet(time.toNanos());
    }
}
