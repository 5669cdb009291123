package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.ordering.PlaceResult.CallClosed;
import de.mobilermarktplatz.ordering.PlaceResult.CallFull;
import de.mobilermarktplatz.ordering.PlaceResult.CallUnknown;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.PlaceResult.KeyReused;
import de.mobilermarktplatz.ordering.PlaceResult.Placed;
import de.mobilermarktplatz.ordering.PlaceResult.Shortage;
import de.mobilermarktplatz.ordering.PlaceResult.SoldOut;
import de.mobilermarktplatz.ordering.domain.OrderDraft;
import de.mobilermarktplatz.ordering.domain.OrderRules;
import de.mobilermarktplatz.ordering.store.OrderStore;
import de.mobilermarktplatz.ordering.store.OrderWriter;
import de.mobilermarktplatz.ordering.store.OrderWriter.Attempt;
import de.mobilermarktplatz.ordering.store.OrderWriter.Fact;
import de.mobilermarktplatz.ordering.store.OrderWriter.Stock;
import de.mobilermarktplatz.platform.region.Region;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/**
 * Places orders: looks up, decides, writes in one statement; then asks whether a twin was faster.
 */
@Component
class Placing {

    /**
     * More than one is needed about once in a million orders: when two spoken codes of a day meet.
     */
    private static final int TRIES = 4;

    private final Shelf shelf;
    private final OrderStore store;
    private final OrderWriter writer;
    private final UuidV7 ids;
    private final InstantSource clock;
    private final JsonMapper json;
    private final SecureRandom random = new SecureRandom();

    Placing(
            Shelf shelf,
            OrderStore store,
            OrderWriter writer,
            UuidV7 ids,
            InstantSource clock,
            JsonMapper json) {
        this.shelf = shelf;
        this.store = store;
        this.writer = writer;
        this.ids = ids;
        this.clock = clock;
        this.json = json;
    }

    Mono<PlaceResult> place(Region region, PlaceOrder wish) {
        List<Invalid> wrong = OrderRules.check(wish);
        if (!wrong.isEmpty()) {
            return Mono.just(wrong.getFirst());
        }
        String hash = RequestHash.of(wish);
        return Mono.defer(() -> attempt(region, wish, hash, 1))
                .flatMap(
                        result ->
                                result instanceof Placed
                                        ? Mono.just(result)
                                        : earlier(region, wish, hash).defaultIfEmpty(result))
                .retryWhen(PassingTrouble.again());
    }

    private Mono<PlaceResult> attempt(Region region, PlaceOrder wish, String hash, int trial) {
        return shelf.forCall(region, wish.call(), wish.wishes().stream().map(Wish::offer).toList())
                .flatMap(
                        goods -> {
                            if (!clock.instant().isBefore(goods.call().start(region.zone()))) {
                                return Mono.<PlaceResult>just(
                                        new CallClosed(wish.call().toString()));
                            }
                            OrderDraft draft =
                                    OrderDraft.of(
                                            new OrderId(ids.next()),
                                            SpokenCode.random(random),
                                            wish,
                                            goods.call().day(),
                                            goods.offered(),
                                            clock.instant());
                            return switch (draft) {
                                case OrderDraft.Impossible no ->
                                        Mono.<PlaceResult>just(no.reason());
                                case OrderDraft.Ready ready ->
                                        write(region, wish, hash, trial, ready.order());
                            };
                        })
                .defaultIfEmpty(new CallUnknown(wish.call().toString()));
    }

    private Mono<PlaceResult> write(
            Region region, PlaceOrder wish, String hash, int trial, Order order) {
        Fact fact =
                new Fact(
                        ids.next(),
                        OrderPlaced.class.getSimpleName(),
                        json.writeValueAsString(Orders.placed(order)));
        return writer.place(region.id(), order, wish.idempotencyKey(), hash, fact)
                .flatMap(
                        seen -> {
                            if (seen.placed()) {
                                return Mono.just(new Placed(order, false));
                            }
                            return whyNot(order, seen)
                                    .map(Mono::just)
                                    .orElseGet(() -> onceMore(region, wish, hash, trial));
                        });
    }

    /**
     * Everything sufficed and still nothing was written: a twin took the key, a stranger the spoken
     * code, or a price moved since the offers were read.
     */
    private Mono<PlaceResult> onceMore(Region region, PlaceOrder wish, String hash, int trial) {
        Mono<PlaceResult> again =
                trial < TRIES
                        ? Mono.defer(() -> attempt(region, wish, hash, trial + 1))
                        : Mono.error(
                                new IllegalStateException(
                                        "Order not written after %d tries. Maybe prices change all the time?"
                                                .formatted(TRIES)));
        return earlier(region, wish, hash).switchIfEmpty(again);
    }

    private Mono<PlaceResult> earlier(Region region, PlaceOrder wish, String hash) {
        return writer.prior(region.id(), wish.idempotencyKey())
                .flatMap(
                        prior ->
                                prior.requestHash().equals(hash)
                                        ? store.find(region.id(), prior.order())
                                                .<PlaceResult>map(order -> new Placed(order, true))
                                        : Mono.just(new KeyReused()));
    }

    private static Optional<PlaceResult> whyNot(Order order, Attempt seen) {
        List<Shortage> shortages =
                order.lines().stream()
                        .flatMap(
                                line ->
                                        seen.stock().stream()
                                                .filter(
                                                        stock ->
                                                                stock.offer().equals(line.offer())
                                                                        && !stock.enough())
                                                .map(stock -> shortage(line, stock)))
                        .toList();
        if (!shortages.isEmpty()) {
            return Optional.of(new SoldOut(shortages));
        }
        boolean priced = seen.stock().stream().allMatch(Stock::samePrice);
        return priced && !seen.roomShort().isEmpty()
                ? Optional.of(new CallFull(seen.roomShort()))
                : Optional.empty();
    }

    private static Shortage shortage(OrderLine line, Stock stock) {
        return new Shortage(
                line.offer(), line.productName(), line.ordered().quantity(), stock.free());
    }
}
