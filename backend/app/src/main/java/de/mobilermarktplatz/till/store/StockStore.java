package de.mobilermarktplatz.till.store;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.BookEntry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Goods aboard, move by move. */
@Component
class StockStore {

    private final DatabaseClient db;

    StockStore(DatabaseClient db) {
        this.db = db;
    }

    private record Row(BookEntry.StockMoves moves, int number) {
        BookEntry.Move move() {
            return moves.moves().get(number - 1);
        }

        @Nullable UUID tour() {
            TourId tour = moves.tour();
            return tour == null ? null : tour.value();
        }
    }

    Mono<Void> insert(Region region, List<BookEntry.StockMoves> all) {
        List<Row> list =
                all.stream()
                        .flatMap(
                                m ->
                                        IntStream.rangeClosed(1, m.moves().size())
                                                .mapToObj(no -> new Row(m, no)))
                        .toList();
        if (list.isEmpty()) {
            return Mono.empty();
        }
        Columns<Row> rows = Columns.of(list);
        return db.sql(
                        """
                        INSERT INTO stock_move (region_id, op_id, line_no, tour_id, product_id, kind, amount)
                        SELECT :region, m.* FROM unnest(:op::uuid[], :no::int[], :tour::uuid[], :product::uuid[],
                            :kind::text[], :amount::bigint[]) AS m
                        ON CONFLICT (region_id, op_id, line_no) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("op", rows.of(UUID.class, row -> row.moves().op().value()))
                .bind("no", rows.ints(Row::number))
                .bind("tour", rows.of(UUID.class, Row::tour))
                .bind("product", rows.of(UUID.class, row -> row.move().product().value()))
                .bind("kind", rows.of(String.class, row -> row.moves().kind().name()))
                .bind("amount", rows.longs(row -> row.move().amount()))
                .then();
    }
}
