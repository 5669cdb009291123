package de.mobilermarktplatz.timetable.store;

import de.mobilermarktplatz.kernel.id.RegionId;
import de.mobilermarktplatz.kernel.id.StopId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.timetable.NewPattern;
import de.mobilermarktplatz.timetable.domain.Pattern;
import de.mobilermarktplatz.timetable.domain.PatternException;
import io.r2dbc.spi.Parameter;
import io.r2dbc.spi.Parameters;
import io.r2dbc.spi.Readable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables {@code pattern} and {@code pattern_exception}. */
@Component
public class PatternStore {

    private final DatabaseClient db;

    PatternStore(DatabaseClient db) {
        this.db = db;
    }

    /** Patterns that may have a call on or after this day. */
    public Flux<StoredPattern> validOnOrAfter(RegionId region, LocalDate day) {
        return db.sql(
                        """
                        SELECT pattern_id, stop_id, weekday, every_weeks, window_from, window_to, valid_from, valid_until,
                               ambient_millilitres, chilled_millilitres, frozen_millilitres
                        FROM pattern
                        WHERE region_id = :region AND (valid_until IS NULL OR valid_until >= :day)
                        ORDER BY pattern_id
                        """)
                .bind("region", region.value())
                .bind("day", day)
                .map(PatternStore::pattern)
                .all();
    }

    /** Adds the pattern; an equal start at the same stop and weekday stays as it is. */
    public Mono<Void> add(RegionId region, UUID id, NewPattern pattern) {
        return db.sql(
                        """
                        INSERT INTO pattern (region_id, pattern_id, stop_id, weekday, every_weeks, window_from, window_to,
                            valid_from, valid_until, ambient_millilitres, chilled_millilitres, frozen_millilitres)
                        VALUES (:region, :id, :stop, :weekday, :weeks, :from, :to, :validFrom, :validUntil,
                            :ambient, :chilled, :frozen)
                        ON CONFLICT (region_id, stop_id, weekday, window_from, valid_from) DO NOTHING
                        """)
                .bind("region", region.value())
                .bind("id", id)
                .bind("stop", pattern.stop().value())
                .bind("weekday", pattern.weekday().getValue())
                .bind("weeks", pattern.everyWeeks())
                .bind("from", pattern.from())
                .bind("to", pattern.to())
                .bind("validFrom", pattern.validFrom())
                .bind("validUntil", orNull(pattern.validUntil(), LocalDate.class))
                .bind("ambient", pattern.millilitres().getOrDefault(ColdClass.AMBIENT, 0L))
                .bind("chilled", pattern.millilitres().getOrDefault(ColdClass.CHILLED, 0L))
                .bind("frozen", pattern.millilitres().getOrDefault(ColdClass.FROZEN, 0L))
                .then();
    }

    public Flux<PatternException> exceptions(RegionId region, UUID pattern, LocalDate first) {
        return db.sql(
                        """
                        SELECT day, kind, window_from, window_to FROM pattern_exception
                        WHERE region_id = :region AND pattern_id = :pattern AND day >= :first ORDER BY day
                        """)
                .bind("region", region.value())
                .bind("pattern", pattern)
                .bind("first", first)
                .map(PatternStore::exception)
                .all();
    }

    /** Enters what differs on a day, in place of what was entered for that day before. */
    public Mono<Void> put(RegionId region, UUID pattern, PatternException exception) {
        String kind =
                switch (exception) {
                    case PatternException.Cancelled _ -> "CANCELLED";
                    case PatternException.Runs _ -> "RUNS";
                    case PatternException.Moved _ -> "MOVED";
                };
        PatternException.Moved moved =
                exception instanceof PatternException.Moved other ? other : null;
        return db.sql(
                        """
                        INSERT INTO pattern_exception (region_id, pattern_id, day, kind, window_from, window_to)
                        VALUES (:region, :pattern, :day, :kind, :from, :to)
                        ON CONFLICT (region_id, pattern_id, day) DO UPDATE SET kind = excluded.kind,
                            window_from = excluded.window_from, window_to = excluded.window_to
                        """)
                .bind("region", region.value())
                .bind("pattern", pattern)
                .bind("day", exception.day())
                .bind("kind", kind)
                .bind("from", orNull(moved == null ? null : moved.from(), LocalTime.class))
                .bind("to", orNull(moved == null ? null : moved.to(), LocalTime.class))
                .then();
    }

    private static <T> Parameter orNull(@Nullable T value, Class<T> type) {
        return value == null ? Parameters.in(type) : Parameters.in(value);
    }

    private static StoredPattern pattern(Readable row) {
        return new StoredPattern(
                Rows.uuid(row, "pattern_id"),
                new StopId(Rows.uuid(row, "stop_id")),
                new Pattern(
                        DayOfWeek.of(Rows.number(row, "weekday")),
                        Rows.number(row, "every_weeks"),
                        Rows.time(row, "window_from"),
                        Rows.time(row, "window_to"),
                        Rows.day(row, "valid_from"),
                        row.get("valid_until", LocalDate.class)),
                Map.of(
                        ColdClass.AMBIENT, Rows.big(row, "ambient_millilitres"),
                        ColdClass.CHILLED, Rows.big(row, "chilled_millilitres"),
                        ColdClass.FROZEN, Rows.big(row, "frozen_millilitres")));
    }

    private static PatternException exception(Readable row) {
        LocalDate day = Rows.day(row, "day");
        String kind = Rows.text(row, "kind");
        return switch (kind) {
            case "CANCELLED" -> new PatternException.Cancelled(day);
            case "RUNS" -> new PatternException.Runs(day);
            case "MOVED" ->
                    new PatternException.Moved(
                            day, Rows.time(row, "window_from"), Rows.time(row, "window_to"));
            default -> throw new IllegalStateException("Unknown exception kind " + kind);
        };
    }
}
