package de.mobilermarktplatz.collection.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.id.RequestId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Requests and their answers: books that are only added to. */
@Component
public class RequestStore {

    private final DatabaseClient db;

    RequestStore(DatabaseClient db) {
        this.db = db;
    }

    /** The next running number of a producer; the unique key refuses whoever comes second. */
    public Mono<Long> nextNumber(RegionId region, ProducerId producer) {
        return db.sql(
                        """
                        SELECT coalesce(max(number), 0) + 1 AS next FROM producer_request
                        WHERE region_id = :region AND producer_id = :producer
                        """)
                .bind("region", region.value())
                .bind("producer", producer.value())
                .map(row -> get(row, "next", Long.class))
                .one();
    }

    public Mono<Void> insert(RegionId region, ProducerRequest request) {
        return db.sql(
                        """
                        INSERT INTO producer_request (region_id, request_id, producer_id, market_day, addendum, number,
                            created_at, answer_by)
                        VALUES (:region, :request, :producer, :day, :addendum, :number, :created, :by)
                        """)
                .bind("region", region.value())
                .bind("request", request.id().value())
                .bind("producer", request.producer().value())
                .bind("day", request.marketDay())
                .bind("addendum", request.addendum())
                .bind("number", request.number())
                .bind("created", time(request.createdAt()))
                .bind("by", time(request.answerBy()))
                .then()
                .thenMany(Flux.fromIterable(request.lines()))
                .concatMap(line -> insert(region, request.id(), line))
                .then();
    }

    private Mono<Void> insert(RegionId region, RequestId request, RequestLine line) {
        return db.sql(
                        """
                        INSERT INTO request_line (region_id, request_id, line_no, product_id, article_number, name, unit,
                            cold_class, requested, van_quantity)
                        VALUES (:region, :request, :no, :product, :article, :name, :unit, :cold, :requested, :van)
                        """)
                .bind("region", region.value())
                .bind("request", request.value())
                .bind("no", line.number())
                .bind("product", line.product().value())
                .bind("article", line.articleNumber())
                .bind("name", line.name())
                .bind("unit", line.unit().name())
                .bind("cold", line.coldClass().name())
                .bind("requested", line.requested())
                .bind("van", line.vanQuantity())
                .then();
    }

    /** False when the request was answered before. */
    public Mono<Boolean> answer(
            RegionId region,
            RequestId request,
            Map<Integer, Long> confirmed,
            String by,
            Instant now) {
        return db.sql(
                        """
                        INSERT INTO request_answer (region_id, request_id, answer_no, answered_at, answered_by)
                        VALUES (:region, :request, 1, :now, :by) ON CONFLICT DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("request", request.value())
                .bind("now", time(now))
                .bind("by", by)
                .fetch()
                .rowsUpdated()
                .flatMap(
                        rows ->
                                rows == 0
                                        ? Mono.just(false)
                                        : answerLines(region, request, confirmed).thenReturn(true));
    }

    private Mono<Void> answerLines(
            RegionId region, RequestId request, Map<Integer, Long> confirmed) {
        return Flux.fromIterable(confirmed.entrySet())
                .concatMap(
                        line ->
                                db.sql(
                                                """
                                                INSERT INTO request_answer_line (region_id, request_id, answer_no, line_no,
                                                    confirmed)
                                                VALUES (:region, :request, 1, :no, :confirmed)
                                                """)
                                        .bind("region", region.value())
                                        .bind("request", request.value())
                                        .bind("no", line.getKey())
                                        .bind("confirmed", line.getValue())
                                        .then())
                .then();
    }

    public Mono<ProducerRequest> find(RegionId region, RequestId request) {
        return query(region, "r.request_id = :request", Map.of("request", request.value())).next();
    }

    /** Of one producer and day: the request and its addenda, in order. */
    public Mono<List<ProducerRequest>> of(RegionId region, ProducerId producer, LocalDate day) {
        return query(
                        region,
                        "r.producer_id = :producer AND r.market_day = :day",
                        Map.of("producer", producer.value(), "day", day))
                .collectList();
    }

    /** Of one producer, from a day on. */
    public Flux<ProducerRequest> ofProducer(RegionId region, ProducerId producer, LocalDate from) {
        return query(
                region,
                "r.producer_id = :producer AND r.market_day >= :from",
                Map.of("producer", producer.value(), "from", from));
    }

    /** Of everybody, from a day on. */
    public Flux<ProducerRequest> from(RegionId region, LocalDate from) {
        return query(region, "r.market_day >= :from", Map.of("from", from));
    }

    private Flux<ProducerRequest> query(
            RegionId region, String condition, Map<String, Object> values) {
        return db.sql(RequestRows.SELECT + condition + RequestRows.ORDER)
                .bind("region", region.value())
                .bindValues(values)
                .map(RequestRows::row)
                .all()
                .bufferUntilChanged(ProducerRequest::id)
                .map(RequestRows::whole);
    }
}
