package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.feed.FeedRequest;
import de.mobilermarktplatz.contract.feed.StateHash;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestRegions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;
import org.springframework.beans.factory.BeanFactory;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Flux;
import reactor.core.publisher.FluxSink;

/** An open connection that says where the streams stand, and nothing else. */
@MarktplatzTest
class HintsTest {

    private final BeanFactory beans;
    private final Feed feed;
    private final HintStreams hints;
    private ATourOnItsWay way;

    HintsTest(BeanFactory beans, Feed feed, HintStreams hints) {
        this.beans = beans;
        this.feed = feed;
        this.hints = hints;
    }

    @BeforeEach
    void aTourOnItsWay() {
        way = new ATourOnItsWay(beans);
    }

    @Test
    void aTabletHearsWhereItsStreamsStandAndThatTheyMoved() throws IOException {
        try (BufferedReader events = listen(way.tablet)) {
            String first = data(events);
            assertThat(first).contains(way.stream() + "=").contains("cfg=").doesNotContain("order");
            long head = Long.parseLong(first.replaceAll(".*" + way.stream() + "=(\\d+).*", "$1"));

            put("note", "Umleitung in Gröna");
            assertThat(data(events)).contains(way.stream() + "=" + (head + 1));
        }
    }

    @Test
    void aSecondConnectionOfATabletEndsTheFirst() throws IOException {
        try (BufferedReader first = listen(way.tablet)) {
            var _ = data(first);
            try (BufferedReader second = listen(way.tablet)) {
                var _ = data(second);
                String line = first.readLine();
                while (line != null) {
                    line = first.readLine();
                }
                put("note", "only the second hears this");
                assertThat(data(second)).contains(way.stream());
            }
        }
    }

    @Test
    void whateverHappensASlowListenerCostsOneEventAndIsLetGo() {
        List<String> read = new ArrayList<>();
        AtomicBoolean ended = new AtomicBoolean();
        AtomicReference<HintClient> client = new AtomicReference<>();
        BaseSubscriber<String> reader =
                new BaseSubscriber<>() {
                    @Override
                    protected void hookOnSubscribe(Subscription subscription) {
                        // Asks for nothing: this listener is slow.
                    }

                    @Override
                    protected void hookOnNext(String words) {
                        read.add(words);
                    }

                    @Override
                    protected void hookOnComplete() {
                        ended.set(true);
                    }
                };
        Flux.<HintClient>create(
                        sink -> client.set(new HintClient(sink)), FluxSink.OverflowStrategy.LATEST)
                .map(HintClient::words)
                .subscribe(reader);

        for (int seq = 1; seq <= 10_000; seq++) {
            client.get().moved(List.of(cfgAt(seq)));
        }
        client.get().beat();
        reader.request(1);
        assertThat(read).containsExactly("cfg=10000");
        assertThat(ended).isFalse();

        client.get().moved(List.of(cfgAt(10_001)));
        client.get().beat();
        client.get().beat();
        reader.request(1);
        assertThat(ended).isTrue();
        assertThat(read).hasSize(2);
    }

    @Test
    void aBeatSaysTheHeadsAgain() throws IOException {
        try (BufferedReader events = listen(way.tablet)) {
            String first = data(events);
            hints.beat();
            assertThat(data(events)).isEqualTo(first);
        }
    }

    private static StreamHead cfgAt(long seq) {
        return new StreamHead("cfg", seq, StateHash.EMPTY);
    }

    private void put(String key, String text) {
        TestRegions.run(
                way.region,
                feed.put(
                        way.region,
                        List.of(
                                new FeedPut(
                                        way.stream(),
                                        key,
                                        Bytes.of(text.getBytes(StandardCharsets.UTF_8))))));
    }

    private BufferedReader listen(TestTablet tablet) {
        String query = new FeedRequest(Map.of("cfg", 0L, way.stream(), 0L), 0, 0).query();
        return new BufferedReader(
                new InputStreamReader(tablet.listens("/hints?" + query), StandardCharsets.UTF_8));
    }

    private static String data(BufferedReader events) throws IOException {
        String line = events.readLine();
        while (line != null && !line.startsWith("data:")) {
            line = events.readLine();
        }
        assertThat(line).isNotNull();
        return java.util.Objects.requireNonNull(line);
    }
}
