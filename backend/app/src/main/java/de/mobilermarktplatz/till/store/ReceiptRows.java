package de.mobilermarktplatz.till.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.kernel.id.TypedId;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.till.BookEntry;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient.GenericExecuteSpec;

/**
 * Receipts of a batch with all their parts, as the columns of one statement: four statements cost
 * four round trips, and each of them the driver and the database more than its rows.
 */
record ReceiptRows(
        List<BookEntry.Receipt> receipts,
        List<Part<BookEntry.Line>> lines,
        List<Part<BookEntry.Tax>> taxes,
        List<Part<BookEntry.Payment>> payments) {

    static final String INSERT =
            """
            WITH heads AS (
                INSERT INTO receipt (region_id, op_id, device_id, till_number, receipt_no, kind, tour_id, call_id,
                    order_id, voided_op_id, movement, issued_at, total_cents, tendered_cents, change_cents)
                SELECT :region, r.op, :device, :till, r.no, r.kind, r.tour, r.call, r.ord, r.voided, r.movement,
                    r.issued, r.total, r.tendered, r.change
                FROM unnest(:ops::uuid[], :headNo::bigint[], :headKind::text[], :headTour::uuid[], :headCall::uuid[], :headOrd::uuid[],
                    :headVoided::uuid[], :headMovement::text[], :headIssued::timestamptz[], :headTotal::bigint[],
                    :headTendered::bigint[], :headChange::bigint[])
                    AS r(op, no, kind, tour, call, ord, voided, movement, issued, total, tendered, change)
                ON CONFLICT (region_id, op_id) DO NOTHING),
            lines AS (
                INSERT INTO receipt_line (region_id, op_id, line_no, kind, product_id, unit, amount, unit_price_cents,
                    vat_key, deposit_each_cents, deposit_vat_key, total_cents, order_line)
                SELECT :region, (:ops::uuid[])[l.receipt], l.no, l.kind, l.product, l.unit, l.amount, l.price, l.vat,
                    l.deposit, l.deposit_vat, l.total, l.order_line
                FROM unnest(:lineReceipt::int[], :lineNo::int[], :lineKind::text[], :lineProduct::uuid[],
                    :lineUnit::text[], :lineAmount::bigint[], :linePrice::bigint[], :lineVat::int[], :lineDeposit::bigint[],
                    :lineDepositVat::int[], :lineTotal::bigint[], :lineOrderLine::int[])
                    AS l(receipt, no, kind, product, unit, amount, price, vat, deposit, deposit_vat, total,
                        order_line)
                ON CONFLICT (region_id, op_id, line_no) DO NOTHING),
            taxes AS (
                INSERT INTO receipt_tax (region_id, op_id, vat_key, gross_cents, vat_cents)
                SELECT :region, (:ops::uuid[])[t.receipt], t.key, t.gross, t.vat
                FROM unnest(:taxReceipt::int[], :taxKey::int[], :taxGross::bigint[], :taxVat::bigint[])
                    AS t(receipt, key, gross, vat)
                ON CONFLICT (region_id, op_id, vat_key) DO NOTHING)
            INSERT INTO receipt_payment (region_id, op_id, payment_no, kind, amount_cents)
            SELECT :region, (:ops::uuid[])[p.receipt], p.no, p.kind, p.amount
            FROM unnest(:paymentReceipt::int[], :paymentNo::int[], :paymentKind::text[], :paymentAmount::bigint[])
                AS p(receipt, no, kind, amount)
            ON CONFLICT (region_id, op_id, payment_no) DO NOTHING
            """;

    /**
     * A part of a receipt. It names the receipt by its place in the batch: the operation itself
     * would travel and be parsed once for every line.
     *
     * @param receipt from 1
     */
    record Part<P>(int receipt, int number, P value) {}

    static ReceiptRows of(List<BookEntry.Receipt> receipts) {
        return new ReceiptRows(
                receipts,
                parts(receipts, BookEntry.Receipt::lines),
                parts(receipts, BookEntry.Receipt::taxes),
                parts(receipts, BookEntry.Receipt::payments));
    }

    /** Everything but region, device and till. */
    GenericExecuteSpec bind(GenericExecuteSpec sql) {
        GenericExecuteSpec named =
                sql.bind("ops", Columns.of(receipts).of(UUID.class, r -> r.op().value()));
        GenericExecuteSpec headed = heads(named, Columns.of(receipts));
        GenericExecuteSpec lined = lines(headed, Columns.of(lines));
        GenericExecuteSpec taxed = taxes(lined, Columns.of(taxes));
        return payments(taxed, Columns.of(payments));
    }

    private static GenericExecuteSpec heads(
            GenericExecuteSpec sql, Columns<BookEntry.Receipt> rows) {
        return sql.bind("headNo", rows.longs(BookEntry.Receipt::receiptNo))
                .bind("headKind", rows.of(String.class, r -> r.kind().name()))
                .bind("headTour", rows.of(UUID.class, r -> value(r.tour())))
                .bind("headCall", rows.of(UUID.class, r -> value(r.call())))
                .bind("headOrd", rows.of(UUID.class, r -> value(r.order())))
                .bind("headVoided", rows.of(UUID.class, r -> value(r.voided())))
                .bind("headMovement", rows.of(String.class, BookEntry.Receipt::movement))
                .bind("headIssued", rows.of(OffsetDateTime.class, r -> time(r.issuedAt())))
                .bind("headTotal", rows.longs(r -> r.total().cents()))
                .bind("headTendered", rows.longs(r -> r.tendered().cents()))
                .bind("headChange", rows.longs(r -> r.change().cents()));
    }

    private static GenericExecuteSpec lines(
            GenericExecuteSpec sql, Columns<Part<BookEntry.Line>> rows) {
        return sql.bind("lineReceipt", rows.ints(Part::receipt))
                .bind("lineNo", rows.ints(Part::number))
                .bind("lineKind", rows.of(String.class, l -> l.value().kind()))
                .bind("lineProduct", rows.of(UUID.class, l -> value(l.value().product())))
                .bind("lineUnit", rows.of(String.class, l -> l.value().unit().name()))
                .bind("lineAmount", rows.longs(l -> l.value().amount()))
                .bind("linePrice", rows.longs(l -> l.value().unitPrice().cents()))
                .bind("lineVat", rows.ints(l -> l.value().vatKey().code()))
                .bind("lineDeposit", rows.longs(l -> l.value().depositEach().cents()))
                .bind("lineDepositVat", rows.ints(l -> l.value().depositVatKey().code()))
                .bind("lineTotal", rows.longs(l -> l.value().total().cents()))
                .bind("lineOrderLine", rows.ints(l -> l.value().orderLine()));
    }

    private static GenericExecuteSpec taxes(
            GenericExecuteSpec sql, Columns<Part<BookEntry.Tax>> rows) {
        return sql.bind("taxReceipt", rows.ints(Part::receipt))
                .bind("taxKey", rows.ints(t -> t.value().key().code()))
                .bind("taxGross", rows.longs(t -> t.value().gross().cents()))
                .bind("taxVat", rows.longs(t -> t.value().vat().cents()));
    }

    private static GenericExecuteSpec payments(
            GenericExecuteSpec sql, Columns<Part<BookEntry.Payment>> rows) {
        return sql.bind("paymentReceipt", rows.ints(Part::receipt))
                .bind("paymentNo", rows.ints(Part::number))
                .bind("paymentKind", rows.of(String.class, p -> p.value().kind()))
                .bind("paymentAmount", rows.longs(p -> p.value().amount().cents()));
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
