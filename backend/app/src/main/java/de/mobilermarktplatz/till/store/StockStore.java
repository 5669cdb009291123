package de.mobilermarktplatz.till.store;

import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.platform.database.Columns;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.till.BookEntry;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    /**
     * One move; names its operation by its place in the batch.
     *
     * @param at from 0
     */
    private record Row(int at, int number, BookEntry.Move move) {}

    Mono<Void> insert(Region region, List<BookEntry.StockMoves> all) {
        List<Row> list =
                IntStream.range(0, all.size())
                        .boxed()
                        .flatMap(at -> rows(at, all.get(at).moves()))
                        .toList();
        if (list.isEmpty()) {
            return Mono.empty();
        }
        Columns<Row> rows = Columns.of(list);
        Columns<BookEntry.StockMoves> of = Columns.of(all);
        return db.sql(
                        """
                        INSERT INTO stock_move (region_id, op_id, line_no, tour_id, product_id, kind, amount)
                        SELECT :region, (:ops::uuid[])[m.at], m.no, (:tours::uuid[])[m.at], m.product, (:kinds::text[])[m.at],
                            m.amount
                        FROM unnest(:at::int[], :no::int[], :product::uuid[], :amount::bigint[])
                            AS m(at, no, product, amount)
                        ON CONFLICT (region_id, op_id, line_no) DO NOTHING
                        """)
                .bind("region", region.id().value())
                .bind("ops", of.of(UUID.class, moves -> moves.op().value()))
                .bind("tours", of.of(UUID.class, StockStore::tour))
                .bind("kinds", of.of(String.class, moves -> moves.kind().name()))
                .bind("at", rows.ints(row -> row.at() + 1))
                .bind("no", rows.ints(Row::number))
                .bind("product", rows.of(UUID.class, row -> row.move().product().value()))
                .bind("amount", rows.longs(row -> row.move().amount()))
                .then();
    }

    private static Stream<Row> rows(int at, List<BookEntry.Move> moves) {
        return IntStream.range(0, moves.size()).mapToObj(i -> new Row(at, i + 1, moves.get(i)));
    }

    private static @Nullable UUID tour(BookEntry.StockMoves moves) {
        TourId tour = moves.tour();
        return tour == null ? null : tour.value();
    }
}
