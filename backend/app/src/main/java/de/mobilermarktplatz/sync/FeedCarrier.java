package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.FeedWrite;
import de.mobilermarktplatz.sync.domain.FeedWrite.PutFeed;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

@Component
@Order(900)
class FeedCarrier implements WriteCarrier<FeedWrite> {

    private final Feed feed;

    FeedCarrier(Feed feed) {
        this.feed = feed;
    }

    @Override
    public Class<FeedWrite> group() {
        return FeedWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<FeedWrite> writes) {
        return feed.put(origin.region(), writes.stream().map(FeedCarrier::put).toList());
    }

    private static FeedPut put(FeedWrite write) {
        return switch (write) {
            case PutFeed(var stream, var key, var value) -> new FeedPut(stream, key, value);
        };
    }
}
