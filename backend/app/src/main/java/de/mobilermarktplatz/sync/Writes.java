package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.Write;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Carries out what the core decided, in the caller's transaction. */
@Component
class Writes {

    private final List<WriteCarrier<?>> carriers;

    Writes(List<WriteCarrier<?>> carriers) {
        this.carriers = carriers;
        Set<Class<?>> carried =
                carriers.stream().map(WriteCarrier::group).collect(Collectors.toSet());
        Set<Class<?>> known = Set.of(Write.class.getPermittedSubclasses());
        if (!carried.equals(known) || carriers.size() != known.size()) {
            throw new IllegalStateException(
                    "Writes " + known + " are carried out by " + carried + ", not one by one");
        }
    }

    Mono<Void> carry(Origin origin, List<Write> writes) {
        return Flux.fromIterable(carriers)
                .concatMap(carrier -> carry(carrier, origin, writes))
                .then();
    }

    private static <W extends Write> Mono<Void> carry(
            WriteCarrier<W> carrier, Origin origin, List<Write> writes) {
        Class<W> group = carrier.group();
        List<W> mine = writes.stream().filter(group::isInstance).map(group::cast).toList();
        return mine.isEmpty() ? Mono.empty() : carrier.carry(origin, mine);
    }
}
