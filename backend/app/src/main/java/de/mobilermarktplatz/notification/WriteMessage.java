package de.mobilermarktplatz.notification;

import de.mobilermarktplatz.notification.domain.MessageTemplate;
import de.mobilermarktplatz.notification.store.MessageStore;
import de.mobilermarktplatz.platform.outbox.FactHandler;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.RegionContext;
import java.time.InstantSource;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Words a requested message and puts it into the outgoing mail, exactly once. */
@Component
class WriteMessage implements FactHandler<MessageRequested> {

    /** Whoever gets it by mistake must know at once that it is none of theirs. */
    private static final String SAMPLE =
            "\n\nBeispieldaten: Menschen und Höfe sind erfunden, nichts wird wirklich verkauft.\n";

    private final Templates templates;
    private final MessageStore store;
    private final InstantSource clock;

    WriteMessage(Templates templates, MessageStore store, InstantSource clock) {
        this.templates = templates;
        this.store = store;
        this.clock = clock;
    }

    @Override
    public Class<MessageRequested> type() {
        return MessageRequested.class;
    }

    @Override
    public String name() {
        return "notification.write-message";
    }

    @Override
    public Mono<Void> handle(MessageRequested wish) {
        return Mono.deferContextual(
                context -> {
                    MessageTemplate.Worded worded =
                            templates.named(wish.template()).fill(wish.values());
                    Region region = RegionContext.of(context).orElseThrow();
                    return store.add(
                            region.id(),
                            new Message(
                                    wish.messageId(),
                                    wish.channel(),
                                    wish.recipient(),
                                    wish.template(),
                                    worded.subject(),
                                    region.sample() ? worded.body() + SAMPLE : worded.body(),
                                    clock.instant()));
                });
    }
}
