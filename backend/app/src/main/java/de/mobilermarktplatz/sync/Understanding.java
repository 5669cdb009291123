package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.collection.Crate;
import de.mobilermarktplatz.collection.Crates;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Load;
import de.mobilermarktplatz.contract.journal.ReadEntry;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.Order;
import de.mobilermarktplatz.ordering.OrderLine;
import de.mobilermarktplatz.ordering.Orders;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.CrateGoods;
import de.mobilermarktplatz.sync.domain.Effect;
import de.mobilermarktplatz.sync.domain.Meaning;
import de.mobilermarktplatz.sync.domain.OrderGoods;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Fetches what is needed to understand entries, lets {@link Meaning} decide, has the effects
 * carried out.
 */
@Component
class Understanding {

    private final Crates crates;
    private final Orders orders;
    private final Effects effects;

    Understanding(Crates crates, Orders orders, Effects effects) {
        this.crates = crates;
        this.orders = orders;
        this.effects = effects;
    }

    /** Joins the caller's transaction. */
    Mono<Void> carryOut(Region region, Device device, List<ReadEntry> entries) {
        return goods(region, cratesOf(entries))
                .flatMap(
                        goods ->
                                lines(region, ordersOf(entries, goods))
                                        .map(lines -> new Meaning(goods, lines)))
                .flatMap(
                        meaning -> {
                            List<Effect> all =
                                    entries.stream()
                                            .flatMap(entry -> meaning.of(entry).stream())
                                            .toList();
                            return effects.carryOut(region, device, all);
                        });
    }

    private Mono<CrateGoods> goods(Region region, List<CrateId> wanted) {
        Flux<Crate> found = wanted.isEmpty() ? Flux.empty() : crates.find(region, wanted);
        return found.collectMap(Crate::id, Understanding::items).map(CrateGoods::new);
    }

    private static List<CrateGoods.Item> items(Crate crate) {
        return crate.items().stream()
                .map(item -> new CrateGoods.Item(item.order(), item.product(), item.quantity()))
                .toList();
    }

    private Mono<OrderGoods> lines(Region region, List<OrderId> wanted) {
        return Flux.fromIterable(wanted)
                .concatMap(order -> orders.find(region, order))
                .collectMap(
                        Order::id,
                        order ->
                                order.lines().stream()
                                        .collect(
                                                Collectors.toMap(
                                                        OrderLine::number, OrderLine::product)))
                .map(found -> new OrderGoods(Map.copyOf(found)));
    }

    private static List<CrateId> cratesOf(List<ReadEntry> entries) {
        return entries.stream()
                .filter(JournalEntry.class::isInstance)
                .map(entry -> ((JournalEntry) entry).body())
                .filter(Load.class::isInstance)
                .flatMap(body -> ((Load) body).crates().stream())
                .distinct()
                .toList();
    }

    private static List<OrderId> ordersOf(List<ReadEntry> entries, CrateGoods goods) {
        Stream<OrderId> inCrates =
                goods.contents().values().stream()
                        .flatMap(List::stream)
                        .map(CrateGoods.Item::order)
                        .filter(Objects::nonNull);
        return Stream.concat(Meaning.ordersOf(entries).stream(), inCrates).distinct().toList();
    }
}
