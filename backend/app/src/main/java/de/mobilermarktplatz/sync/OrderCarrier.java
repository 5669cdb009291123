package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.ordering.OrderLines;
import de.mobilermarktplatz.payment.Payments;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.sync.domain.OrderWrite;
import de.mobilermarktplatz.sync.domain.OrderWrite.CallSettled;
import de.mobilermarktplatz.sync.domain.OrderWrite.CallUncollected;
import de.mobilermarktplatz.sync.domain.OrderWrite.LinesHandedOver;
import de.mobilermarktplatz.sync.domain.OrderWrite.LinesLoaded;
import de.mobilermarktplatz.sync.domain.OrderWrite.LinesRefused;
import de.mobilermarktplatz.sync.domain.OrderWrite.RequestAnswered;
import de.mobilermarktplatz.sync.domain.OrderWrite.TourEnded;
import de.mobilermarktplatz.touring.Tours;
import de.mobilermarktplatz.touring.VanAnswers;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Orders and tours by the facades that own their tables. These guard every step again; where they
 * move less than the core decided, one of the two is wrong, and nothing must be written.
 */
@Component
@Order(300)
class OrderCarrier implements WriteCarrier<OrderWrite> {

    private final OrderLines lines;
    private final Payments payments;
    private final Tours tours;
    private final VanAnswers answers;

    OrderCarrier(OrderLines lines, Payments payments, Tours tours, VanAnswers answers) {
        this.lines = lines;
        this.payments = payments;
        this.tours = tours;
        this.answers = answers;
    }

    @Override
    public Class<OrderWrite> group() {
        return OrderWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<OrderWrite> writes) {
        return Flux.fromIterable(writes).concatMap(write -> one(origin.region(), write)).then();
    }

    private Mono<Void> one(Region region, OrderWrite write) {
        return switch (write) {
            case LinesLoaded loaded ->
                    exactly(
                            loaded.lines().size(),
                            lines.load(region, loaded.order(), loaded.lines()),
                            loaded.order());
            case LinesHandedOver over ->
                    exactly(
                            over.delivered().size(),
                            lines.handOver(region, over.order(), over.delivered()),
                            over.order());
            case LinesRefused refused ->
                    exactly(
                            refused.lines().size(),
                            lines.refuse(region, refused.order(), refused.lines()),
                            refused.order());
            case CallUncollected left -> lines.uncollected(region, left.call()).then();
            case CallSettled settled -> payments.settleCall(region, settled.call()).then();
            case RequestAnswered answer ->
                    answers.answer(region, answer.request(), answer.state(), answer.lines()).then();
            case TourEnded ended -> tours.close(region, ended.tour(), ended.day()).then();
        };
    }

    private static Mono<Void> exactly(long decided, Mono<Long> carriedOut, OrderId order) {
        return carriedOut.flatMap(
                moved ->
                        moved == decided
                                ? Mono.empty()
                                : Mono.error(
                                        new IllegalStateException(
                                                "%d lines of order %s were decided, %d moved. Maybe LineMoves and LineState disagree."
                                                        .formatted(decided, order, moved))));
    }
}
