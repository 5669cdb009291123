package de.mobilermarktplatz.ordering.store;

import de.mobilermarktplatz.ordering.OrderLine;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.r2dbc.core.DatabaseClient;

/** The lines of an order as arrays, one per column. */
final class LineColumns {

    private LineColumns() {}

    static DatabaseClient.GenericExecuteSpec bind(
            DatabaseClient.GenericExecuteSpec statement, List<OrderLine> lines) {
        return statement
                .bind("offers", column(lines, line -> line.offer().value(), UUID[]::new))
                .bind("line_nos", column(lines, OrderLine::number, Integer[]::new))
                .bind("products", column(lines, line -> line.product().value(), UUID[]::new))
                .bind("producers", column(lines, line -> line.producer().value(), UUID[]::new))
                .bind("names", column(lines, OrderLine::productName, String[]::new))
                .bind("units", column(lines, line -> line.unit().name(), String[]::new))
                .bind("cold_classes", column(lines, line -> line.coldClass().name(), String[]::new))
                .bind("line_millilitres", column(lines, OrderLine::millilitres, Long[]::new))
                .bind("prices", column(lines, line -> line.price().cents(), Long[]::new))
                .bind("vat_keys", column(lines, line -> line.vatKey().code(), Integer[]::new))
                .bind("quantities", column(lines, line -> line.ordered().quantity(), Long[]::new))
                .bind(
                        "amounts",
                        column(lines, line -> line.ordered().amount().cents(), Long[]::new))
                .bind("deposits", column(lines, line -> line.depositEach().cents(), Long[]::new))
                .bind(
                        "deposit_vat_keys",
                        column(lines, line -> line.depositVatKey().code(), Integer[]::new))
                .bind("age_limits", column(lines, OrderLine::ageLimit, Integer[]::new))
                .bind("sale_models", column(lines, OrderLine::saleModel, String[]::new))
                .bind(
                        "cut_offs",
                        column(
                                lines,
                                line -> OffsetDateTime.ofInstant(line.cutOffAt(), ZoneOffset.UTC),
                                OffsetDateTime[]::new));
    }

    private static <T> T[] column(
            List<OrderLine> lines, Function<OrderLine, T> value, IntFunction<T[]> array) {
        return lines.stream().map(value).toArray(array);
    }
}
