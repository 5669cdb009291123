package de.mobilermarktplatz.collection.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.collection.ProducerRequest;
import de.mobilermarktplatz.collection.RequestLine;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.RequestId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A request with one of its lines per row. */
final class RequestRows {

    static final String SELECT =
            """
            SELECT r.request_id, r.producer_id, r.market_day, r.addendum, r.number, r.created_at, r.answer_by,
                   a.answered_at, l.line_no, l.product_id, l.article_number, l.name, l.unit, l.cold_class, l.requested,
                   l.van_quantity, c.confirmed
            FROM producer_request r
            JOIN request_line l ON l.region_id = r.region_id AND l.request_id = r.request_id
            LEFT JOIN request_answer a
              ON a.region_id = r.region_id AND a.request_id = r.request_id AND a.answer_no = 1
            LEFT JOIN request_answer_line c
              ON c.region_id = a.region_id AND c.request_id = a.request_id AND c.answer_no = a.answer_no
             AND c.line_no = l.line_no
            WHERE r.region_id = :region AND
            """;

    static final String ORDER = " ORDER BY r.market_day, r.producer_id, r.addendum, l.line_no";

    private RequestRows() {}

    static ProducerRequest row(Readable row) {
        return new ProducerRequest(
                new RequestId(get(row, "request_id", UUID.class)),
                new ProducerId(get(row, "producer_id", UUID.class)),
                get(row, "market_day", LocalDate.class),
                get(row, "addendum", Integer.class),
                get(row, "number", Long.class),
                get(row, "created_at", OffsetDateTime.class).toInstant(),
                get(row, "answer_by", OffsetDateTime.class).toInstant(),
                instant(row),
                List.of(line(row)));
    }

    /** Rows of the same request become one. */
    static ProducerRequest whole(List<ProducerRequest> rows) {
        ProducerRequest first = rows.getFirst();
        return new ProducerRequest(
                first.id(),
                first.producer(),
                first.marketDay(),
                first.addendum(),
                first.number(),
                first.createdAt(),
                first.answerBy(),
                first.answeredAt(),
                rows.stream().flatMap(row -> row.lines().stream()).toList());
    }

    private static @Nullable Instant instant(Readable row) {
        OffsetDateTime time = row.get("answered_at", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static RequestLine line(Readable row) {
        return new RequestLine(
                get(row, "line_no", Integer.class),
                new ProductId(get(row, "product_id", UUID.class)),
                get(row, "article_number", String.class),
                get(row, "name", String.class),
                Unit.valueOf(get(row, "unit", String.class)),
                ColdClass.valueOf(get(row, "cold_class", String.class)),
                get(row, "requested", Long.class),
                get(row, "van_quantity", Long.class),
                row.get("confirmed", Long.class));
    }
}
