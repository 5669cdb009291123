package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.CaseWrite;
import de.mobilermarktplatz.sync.domain.CaseWrite.OpenCase;
import de.mobilermarktplatz.sync.domain.CaseWrite.Quarantine;
import de.mobilermarktplatz.sync.store.CaseStore;
import de.mobilermarktplatz.sync.store.QuarantineStore;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@Component
@Order(500)
class CaseCarrier implements WriteCarrier<CaseWrite> {

    private final CaseStore cases;
    private final QuarantineStore apart;

    CaseCarrier(CaseStore cases, QuarantineStore apart) {
        this.cases = cases;
        this.apart = apart;
    }

    @Override
    public Class<CaseWrite> group() {
        return CaseWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<CaseWrite> writes) {
        return Flux.fromIterable(writes).concatMap(write -> one(origin, write)).then();
    }

    private Mono<Void> one(Origin origin, CaseWrite write) {
        return switch (write) {
            case OpenCase open -> cases.open(origin.region(), open);
            case Quarantine kept -> apart.keep(origin.region(), origin.device(), kept);
        };
    }
}
