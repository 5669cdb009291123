package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.FeedEntry;
import de.mobilermarktplatz.contract.feed.FeedReply;
import de.mobilermarktplatz.contract.feed.ItemKey;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.contract.feed.StreamNews;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.region.RegionContext;
import de.mobilermarktplatz.testing.MarktplatzTest;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Mono;

/**
 * Eight writers, one in twenty of their transactions rolled back, and a tablet that follows over
 * HTTP: it sees every committed value, no other, in order and without a gap.
 */
@Tag("proof")
@MarktplatzTest
class ManyWritersOneReaderTest {

    private static final int WRITERS = 8;
    private static final int PUTS = 150;

    private final BeanFactory beans;
    private final Feed feed;
    private final TransactionalOperator tx;

    ManyWritersOneReaderTest(BeanFactory beans, Feed feed, TransactionalOperator tx) {
        this.beans = beans;
        this.feed = feed;
        this.tx = tx;
    }

    @Test
    void nothingIsMissedAndNothingComesTwice() throws InterruptedException {
        var way = new ATourOnItsWay(beans);
        var followed = new FollowedStreams(way.tablet);
        followed.fetch(way.stream());
        Map<String, Long> committedAt = new ConcurrentHashMap<>();
        CountDownLatch writing = new CountDownLatch(WRITERS);
        for (int writer = 0; writer < WRITERS; writer++) {
            int number = writer;
            Thread.ofVirtual()
                    .start(
                            () -> {
                                write(way, number, committedAt);
                                writing.countDown();
                            });
        }

        Map<String, Long> seenAt = new TreeMap<>();
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(90);
        while (System.nanoTime() < until
                && (writing.getCount() > 0 || seenAt.size() < committedAt.size())) {
            FeedReply reply = followed.follow(1);
            for (StreamNews news : reply.streams()) {
                for (FeedEntry entry : news.entries()) {
                    String key = ItemKey.unpack(entry.key());
                    if (key.startsWith("put:")) {
                        assertThat(seenAt.put(key, System.nanoTime())).as(key).isNull();
                    }
                }
            }
        }
        assertThat(writing.await(1, TimeUnit.SECONDS)).isTrue();
        assertThat(seenAt.keySet()).isEqualTo(new TreeMap<>(committedAt).keySet());
        assertThat(StateHash.of(followed.items.get(way.stream())))
                .isEqualTo(followed.ask(0).streams().getFirst().stateHash());
        print(committedAt, seenAt);
    }

    private void write(ATourOnItsWay way, int writer, Map<String, Long> committedAt) {
        var random = new Random(writer);
        for (int i = 0; i < PUTS; i++) {
            String key = "put:" + writer + "-" + i;
            boolean fails = random.nextInt(20) == 0;
            Bytes value = Bytes.of(ByteBuffer.allocate(8).putLong(random.nextLong()).array());
            var put = feed.put(way.region, List.of(new FeedPut(way.stream(), key, value)));
            var work =
                    fails
                            ? put.then(Mono.<Void>error(new IllegalStateException("rolled back")))
                            : put;
            String how =
                    RegionContext.in(
                                    way.region,
                                    tx.transactional(work)
                                            .thenReturn("committed")
                                            .onErrorReturn(IllegalStateException.class, "not"))
                            .block(Duration.ofSeconds(30));
            if ("committed".equals(how)) {
                committedAt.put(key, System.nanoTime());
            }
        }
    }

    private static void print(Map<String, Long> committedAt, Map<String, Long> seenAt) {
        List<Long> lags = new ArrayList<>();
        committedAt.forEach((key, at) -> lags.add(Math.max(0, seenAt.get(key) - at)));
        lags.sort(Long::compare);
        System.out.printf(
                "%d commits by %d writers into one stream: feed lag p50 %d ms, p99 %d ms, over HTTP%n",
                lags.size(),
                WRITERS,
                TimeUnit.NANOSECONDS.toMillis(lags.get(lags.size() / 2)),
                TimeUnit.NANOSECONDS.toMillis(lags.get(lags.size() * 99 / 100)));
    }
}
