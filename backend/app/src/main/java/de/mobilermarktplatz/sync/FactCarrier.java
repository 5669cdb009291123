package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.outbox.Outbox;
import de.mobilermarktplatz.sync.domain.Told;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
@Order(600)
class FactCarrier implements WriteCarrier<Told> {

    private final Outbox outbox;

    FactCarrier(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public Class<Told> group() {
        return Told.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<Told> writes) {
        return Flux.fromIterable(writes).concatMap(told -> outbox.append(told.fact())).then();
    }
}
