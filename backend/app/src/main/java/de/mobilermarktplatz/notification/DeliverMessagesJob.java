package de.mobilermarktplatz.notification;

import de.mobilermarktplatz.notification.store.MessageStore;
import de.mobilermarktplatz.platform.jobs.RegionJob;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.RegionSettings;
import de.mobilermarktplatz.region.Setting;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Carries due mails out; one that fails is tried again and holds up no other. Text messages wait in
 * the list until a carrier for them exists.
 */
@Component
class DeliverMessagesJob implements RegionJob {

    private static final Logger LOG = LoggerFactory.getLogger(DeliverMessagesJob.class);

    private static final int BATCH = 40;
    private static final int AT_ONCE = 4;
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofMinutes(2);

    /** A day of trying. */
    private static final int MAX_ATTEMPTS = 720;

    private final MessageStore store;
    private final Carrier carrier;
    private final RegionSettings settings;
    private final InstantSource clock;

    DeliverMessagesJob(
            MessageStore store, Carrier carrier, RegionSettings settings, InstantSource clock) {
        this.store = store;
        this.carrier = carrier;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "notification.deliver";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    @Override
    public Mono<Void> run(Region region) {
        return settings.value(region, Setting.MAIL_SENDER)
                .flatMap(sender -> deliverDue(region, sender));
    }

    private Mono<Void> deliverDue(Region region, String sender) {
        Instant now = clock.instant();
        return store.claim(
                        region.id(),
                        Channel.MAIL,
                        now,
                        now.plus(PAUSE_AFTER_FAILURE),
                        MAX_ATTEMPTS,
                        BATCH)
                .collectList()
                .flatMapIterable(claimed -> claimed)
                .flatMap(message -> deliver(region, message, sender), AT_ONCE)
                .then();
    }

    private Mono<Void> deliver(Region region, Message message, String sender) {
        return carrier.carry(message, sender)
                .then(Mono.defer(() -> store.delivered(region.id(), message.id(), clock.instant())))
                .onErrorResume(error -> failed(region, message, error));
    }

    private Mono<Void> failed(Region region, Message message, Throwable error) {
        LOG.warn(
                "{}: message {} was not taken and comes again in {}",
                region.slug(),
                message.id(),
                PAUSE_AFTER_FAILURE,
                error);
        return store.failed(region.id(), message.id(), String.valueOf(error));
    }
}
