package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.StreamHead;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionSynchronization;
import org.springframework.transaction.reactive.TransactionSynchronizationManager;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Wakes whoever waits for a stream of this process, after the commit that moved it. Only a hint:
 * what another process commits is found by looking again.
 */
@Component
class HintBoard implements DisposableBean {

    /** Whoever waits; called on the board's own thread, so it must be quick. */
    interface Waiting {
        void moved(List<StreamHead> heads);
    }

    /** Tablets whose streams are remembered; more than a process ever serves. */
    private static final int MOST_FOLLOWERS = 20_000;

    private record Name(Region region, String stream) {}

    private final Map<Name, Set<Waiting>> waiting = new ConcurrentHashMap<>();
    private final Scheduler thread = Schedulers.newSingle("hints", true);
    private final Map<DeviceId, Set<String>> followed =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<DeviceId, Set<String>> eldest) {
                    return size() > MOST_FOLLOWERS;
                }
            };

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

    /** Remembers what a tablet asks for, so that its next upload's answer can tell it of news. */
    void follows(DeviceId device, Set<String> streams) {
        synchronized (followed) {
            followed.put(device, Set.copyOf(streams));
        }
    }

    Set<String> followed(DeviceId device) {
        synchronized (followed) {
            return followed.getOrDefault(device, Set.of());
        }
    }

    /** Streams for which somebody waits here, by region. */
    Map<Region, Set<String>> waitedFor() {
        Map<Region, Set<String>> all = new ConcurrentHashMap<>();
        waiting.keySet()
                .forEach(
                        name ->
                                all.computeIfAbsent(
                                                name.region(),
                                                region -> ConcurrentHashMap.newKeySet())
                                        .add(name.stream()));
        return all;
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

    /** Told too often is harmless: whoever waits compares the numbers. */
    void tell(Region region, Collection<StreamHead> heads) {
        var _ =
                thread.schedule(
                        () -> {
                            Map<Waiting, List<StreamHead>> told = new IdentityHashMap<>();
                            for (StreamHead head : heads) {
                                waiting.getOrDefault(new Name(region, head.stream()), Set.of())
                                        .forEach(
                                                who ->
                                                        told.computeIfAbsent(
                                                                        who, w -> new ArrayList<>())
                                                                .add(head));
                            }
                            told.forEach(Waiting::moved);
                        });
    }

    @Override
    public void destroy() {
        thread.dispose();
    }
}
