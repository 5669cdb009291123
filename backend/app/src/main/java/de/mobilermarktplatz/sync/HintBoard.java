package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.StreamHead;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;

/**
 * Wakes whoever waits for a stream of this process, after the commit that moved it. Only a hint:
 * what another process commits is found by looking again.
 */
@Component
class HintBoard {

    /** Whoever waits; called on the thread that committed, so it must be quick. */
    interface Waiting {
        void moved(String stream);
    }

    private record Name(Region region, String stream) {}

    private final Map<Name, Set<Waiting>> waiting = new ConcurrentHashMap<>();

    void enter(Region region, Set<String> streams, Waiting who) {
        for (String stream : streams) {
            var _ =
                    waiting.compute(
                            new Name(region, stream),
                            (name, others) -> {
                                Set<Waiting> all =
                                        others == null ? ConcurrentHashMap.newKeySet(2) : others;
                                all.add(who);
                                return all;
                            });
        }
    }

    void leave(Region region, Set<String> streams, Waiting who) {
        for (String stream : streams) {
            var _ =
                    waiting.computeIfPresent(
                            new Name(region, stream),
                            (name, others) -> {
                                others.remove(who);
                                return others.isEmpty() ? null : others;
                            });
        }
    }

    /** Tells after the commit of the current transaction; nothing if it rolls back. */
    Mono<Void> afterCommit(Region region, List<StreamHead> heads) {
        return TransactionSynchronizationManager.forCurrentTransaction()
                .doOnNext(
                        transaction ->
                                transaction.registerSynchronization(
                                        new TransactionSynchronization() {
                                            @Override
                                            public Mono<Void> afterCommit() {
                                                return Mono.fromRunnable(() -> tell(region, heads));
                                            }
                                        }))
                .then();
    }

    private void tell(Region region, List<StreamHead> heads) {
        for (StreamHead head : heads) {
            waiting.getOrDefault(new Name(region, head.stream()), Set.of())
                    .forEach(who -> who.moved(head.stream()));
        }
    }
}
