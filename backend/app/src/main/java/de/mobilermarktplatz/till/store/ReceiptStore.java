package de.mobilermarktplatz.till.store;

import static de.mobilermarktplatz.platform.database.Values.get;
import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.TypedId;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.BookEntry;
import de.mobilermarktplatz.till.Till;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Receipts with their lines, taxes and payments. */
@Component
class ReceiptStore {

    private final DatabaseClient db;

    ReceiptStore(DatabaseClient db) {
        this.db = db;
    }

    Mono<Map<Long, OpId>> used(Region region, DeviceId till, Collection<Long> numbers) {
        return db.sql(
                        """
                        SELECT DISTINCT ON (receipt_no) receipt_no, op_id FROM receipt
                        WHERE region_id = :region AND device_id = :device AND receipt_no = ANY (:numbers)
                        ORDER BY receipt_no, op_id
                        """)
                .bind("region", region.id().value())
                .bind("device", till.value())
                .bind("numbers", numbers.toArray(Long[]::new))
                .map(
                        row ->
                                Map.entry(
                                        get(row, "receipt_no", Long.class),
                                        new OpId(get(row, "op_id", UUID.class))))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    /**
     * A part of a receipt. It names the receipt by its place in the batch: the operation itself
     * would travel and be parsed once for every line.
     *
     * @param receipt from 1
     */
    private record Part<P>(int receipt, int number, P value) {}

    Mono<Void> insert(Region region, Till till, List<BookEntry.Receipt> receipts) {
        if (receipts.isEmpty()) {
            return Mono.empty();
        }
        UUID[] ops = receipts.stream().map(receipt -> receipt.op().value()).toArray(UUID[]::new);
        return heads(region, till, receipts)
                .then(lines(region, ops, parts(receipts, BookEntry.Receipt::lines)))
                .then(taxes(region, ops, parts(receipts, BookEntry.Receipt::taxes)))
                .then(payments(region, ops, parts(receipts, BookEntry.Receipt::payments)));
    }

    private Mono<Void> heads(Region region, Till till, List<BookEntry.Receipt> receipts) {
        Columns<BookEntry.Receipt> rows = Columns.of(receipts);
        return db.sql(
                        """
                        INSERT INTO receipt (region_id, op_id, device_id, till_number, receipt_no, kind, tour_id, call_id,
                            order_id, voided_op_id, movement, issued_at, total_cents, tendered_cents, change_cents)
                        SELECT :region, r.op, :device, :till, r.no, r.kind, r.tour, r.call, r.ord, r.voided, r.movement,
                            r.issued, r.total, r.tendered, r.change
                        FROM unnest(:op::uuid[], :no::bigint[], :kind::text[], :tour::uuid[], :call::uuid[], :ord::uuid[],
                            :voided::uuid[], :movement::text[], :issued::timestamptz[], :total::bigint[],
                            :tendered::bigint[], :change::bigint[])
                            AS r(op, no, kind, tour, call, ord, voided, movement, issued, total, tendered, change)
                        ON CONFLICT (region_id, op_id) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("device", till.device().value())
                .bind("till", till.number())
                .bind("op", rows.of(UUID.class, r -> r.op().value()))
                .bind("no", rows.longs(BookEntry.Receipt::receiptNo))
                .bind("kind", rows.of(String.class, r -> r.kind().name()))
                .bind("tour", rows.of(UUID.class, r -> value(r.tour())))
                .bind("call", rows.of(UUID.class, r -> value(r.call())))
                .bind("ord", rows.of(UUID.class, r -> value(r.order())))
                .bind("voided", rows.of(UUID.class, r -> value(r.voided())))
                .bind("movement", rows.of(String.class, BookEntry.Receipt::movement))
                .bind("issued", rows.of(OffsetDateTime.class, r -> time(r.issuedAt())))
                .bind("total", rows.longs(r -> r.total().cents()))
                .bind("tendered", rows.longs(r -> r.tendered().cents()))
                .bind("change", rows.longs(r -> r.change().cents()))
                .then();
    }

    private Mono<Void> lines(Region region, UUID[] ops, List<Part<BookEntry.Line>> lines) {
        Columns<Part<BookEntry.Line>> rows = Columns.of(lines);
        return db.sql(
                        """
                        INSERT INTO receipt_line (region_id, op_id, line_no, kind, product_id, unit, amount, unit_price_cents,
                            vat_key, deposit_each_cents, deposit_vat_key, total_cents, order_line)
                        SELECT :region, (:ops::uuid[])[l.receipt], l.no, l.kind, l.product, l.unit, l.amount, l.price, l.vat,
                            l.deposit, l.deposit_vat, l.total, l.order_line
                        FROM unnest(:receipt::int[], :no::int[], :kind::text[], :product::uuid[],
                            :unit::text[], :amount::bigint[], :price::bigint[], :vat::int[], :deposit::bigint[],
                            :depositVat::int[], :total::bigint[], :orderLine::int[])
                            AS l(receipt, no, kind, product, unit, amount, price, vat, deposit, deposit_vat, total,
                                order_line)
                        ON CONFLICT (region_id, op_id, line_no) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("ops", ops)
                .bind("receipt", rows.ints(Part::receipt))
                .bind("no", rows.ints(Part::number))
                .bind("kind", rows.of(String.class, l -> l.value().kind()))
                .bind("product", rows.of(UUID.class, l -> value(l.value().product())))
                .bind("unit", rows.of(String.class, l -> l.value().unit().name()))
                .bind("amount", rows.longs(l -> l.value().amount()))
                .bind("price", rows.longs(l -> l.value().unitPrice().cents()))
                .bind("vat", rows.ints(l -> l.value().vatKey().code()))
                .bind("deposit", rows.longs(l -> l.value().depositEach().cents()))
                .bind("depositVat", rows.ints(l -> l.value().depositVatKey().code()))
                .bind("total", rows.longs(l -> l.value().total().cents()))
                .bind("orderLine", rows.ints(l -> l.value().orderLine()))
                .then();
    }

    private Mono<Void> taxes(Region region, UUID[] ops, List<Part<BookEntry.Tax>> taxes) {
        Columns<Part<BookEntry.Tax>> rows = Columns.of(taxes);
        return db.sql(
                        """
                        INSERT INTO receipt_tax (region_id, op_id, vat_key, gross_cents, vat_cents)
                        SELECT :region, (:ops::uuid[])[t.receipt], t.key, t.gross, t.vat
                        FROM unnest(:receipt::int[], :key::int[], :gross::bigint[], :vat::bigint[])
                            AS t(receipt, key, gross, vat)
                        ON CONFLICT (region_id, op_id, vat_key) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("ops", ops)
                .bind("receipt", rows.ints(Part::receipt))
                .bind("key", rows.ints(t -> t.value().key().code()))
                .bind("gross", rows.longs(t -> t.value().gross().cents()))
                .bind("vat", rows.longs(t -> t.value().vat().cents()))
                .then();
    }

    private Mono<Void> payments(Region region, UUID[] ops, List<Part<BookEntry.Payment>> payments) {
        Columns<Part<BookEntry.Payment>> rows = Columns.of(payments);
        return db.sql(
                        """
                        INSERT INTO receipt_payment (region_id, op_id, payment_no, kind, amount_cents)
                        SELECT :region, (:ops::uuid[])[p.receipt], p.no, p.kind, p.amount
                        FROM unnest(:receipt::int[], :no::int[], :kind::text[], :amount::bigint[])
                            AS p(receipt, no, kind, amount)
                        ON CONFLICT (region_id, op_id, payment_no) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("ops", ops)
                .bind("receipt", rows.ints(Part::receipt))
                .bind("no", rows.ints(Part::number))
                .bind("kind", rows.of(String.class, p -> p.value().kind()))
                .bind("amount", rows.longs(p -> p.value().amount().cents()))
                .then();
    }

    private static <P> List<Part<P>> parts(
            List<BookEntry.Receipt> receipts, Function<BookEntry.Receipt, List<P>> of) {
        return IntStream.range(0, receipts.size())
                .boxed()
                .flatMap(at -> numbered(at + 1, of.apply(receipts.get(at))))
                .toList();
    }

    private static <P> Stream<Part<P>> numbered(int receipt, List<P> values) {
        return IntStream.range(0, values.size())
                .mapToObj(i -> new Part<>(receipt, i + 1, values.get(i)));
    }

    private static @Nullable UUID value(@Nullable TypedId id) {
        return id == null ? null : id.value();
    }
}
