package de.mobilermarktplatz.ordering.store;

import de.mobilermarktplatz.kernel.id.OfferId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.ordering.store.OrderWriter.Attempt;
import de.mobilermarktplatz.ordering.store.OrderWriter.Stock;
import de.mobilermarktplatz.platform.database.Values;
import io.r2dbc.spi.Readable;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What the placing statement returns: one row per line. */
final class AttemptRows {

    private AttemptRows() {}

    /** One row: what was seen with exactly this offer. */
    static Attempt row(Readable row) {
        String[] roomShort = Values.get(row, "room_short", String[].class);
        return new Attempt(
                Values.get(row, "placed", Boolean.class),
                List.of(
                        new Stock(
                                new OfferId(Values.get(row, "offer_id", UUID.class)),
                                Values.get(row, "free", Long.class),
                                Values.get(row, "enough", Boolean.class),
                                Values.get(row, "same_price", Boolean.class))),
                Arrays.stream(roomShort).map(ColdClass::valueOf).toList());
    }

    /** Puts the rows of one attempt together. */
    static Attempt whole(List<Attempt> rows) {
        Attempt first = rows.getFirst();
        return new Attempt(
                first.placed(),
                rows.stream().map(row -> row.stock().getFirst()).toList(),
                first.roomShort());
    }
}
