package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;

class WaitingAndWordsTest {
    @Test
    void theWaitGrowsTo25SecondsWithFullJitterAndIsNeverShorterThanASecond() {
        var random = new Random(7);
        for (int failures = 1; failures < 100; failures++) {
            long most = Math.min(25_000, 1_000L << Math.min(failures, 16));
            assertThat(Backoff.SERVICE.next(failures, random))
                    .isBetween(Duration.ofSeconds(1), Duration.ofMillis(most));
        }
        var waits =
                random.ints(200).mapToObj(i -> Backoff.SERVICE.next(10, random)).distinct().count();
        assertThat(waits).isGreaterThan(150);
    }

    @Test
    void batchesFollowTheNetworkBetweenTwoAndSixtyFourKilobytes() {
        var size = BatchSize.FIRST;
        assertThat(size.bytes()).isEqualTo(8 * 1024);
        for (int i = 0; i < 10; i++) {
            size = size.answered(Duration.ofMillis(200));
        }
        assertThat(size.bytes()).isEqualTo(64 * 1024);
        size = size.answered(Duration.ofSeconds(9));
        assertThat(size.bytes()).isEqualTo(64 * 1024);
        for (int i = 0; i < 10; i++) {
            size = size.afterFailure();
        }
        assertThat(size.bytes()).isEqualTo(2 * 1024);
    }

    @Test
    void theStateIsSaidInWords() {
        var zone = ZoneId.of("Europe/Berlin");
        var since = Instant.parse("2026-11-23T09:42:10Z");
        assertThat(SyncWords.of(34, 37, since, zone, null))
                .isEqualTo("34 beim Server, 3 nur auf diesem Tablet seit 10:42");
        assertThat(SyncWords.of(37, 37, null, zone, null))
                .isEqualTo("37 beim Server, alles übertragen");
    }

    @Test
    void whatWaitsIsSaidAlsoWhenNobodyCanTellSinceWhen() {
        assertThat(SyncWords.of(34, 37, null, ZoneId.of("Europe/Berlin"), null))
                .isEqualTo("34 beim Server, 3 nur auf diesem Tablet");
    }
}
