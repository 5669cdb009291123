package de.mobilermarktplatz.touring.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.kernel.geo.GeoPoint;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Van;
import io.r2dbc.spi.Readable;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Tables {@code van} and {@code van_compartment}. */
@Component
public class VanStore {

    private final DatabaseClient db;

    VanStore(DatabaseClient db) {
        this.db = db;
    }

    private record Row(Van van, ColdClass coldClass, Van.Compartment compartment) {}

    /** Vans in use, by name; one without any compartment is left out, it can carry nothing. */
    public Flux<Van> active(Region region) {
        return db.sql(
                        """
                        SELECT v.van_id, v.name, v.plate, v.depot_name, v.lat_e6, v.lon_e6, v.shift_from, v.shift_to,
                               v.cents_per_day, v.cents_per_kilometre, v.cents_per_hour,
                               c.cold_class, c.millilitres, c.grams, c.crates
                        FROM van v JOIN van_compartment c ON c.region_id = v.region_id AND c.van_id = v.van_id
                        WHERE v.region_id = :region AND v.active ORDER BY v.name, v.van_id, c.cold_class
                        """)
                .bind("region", region.id().value())
                .map(VanStore::row)
                .all()
                .bufferUntilChanged(row -> row.van().id())
                .map(VanStore::joined);
    }

    public Mono<Void> insert(Region region, Van van) {
        return db.sql(
                        """
                        INSERT INTO van (region_id, van_id, name, plate, depot_name, lat_e6, lon_e6, shift_from, shift_to,
                            cents_per_day, cents_per_kilometre, cents_per_hour)
                        VALUES (:region, :van, :name, :plate, :depot, :lat, :lon, :from, :to, :day, :kilometre, :hour)
                        """)
                .bind("region", region.id().value())
                .bind("van", van.id().value())
                .bind("name", van.name())
                .bind("plate", van.plate())
                .bind("depot", van.depotName())
                .bind("lat", van.depot().latE6())
                .bind("lon", van.depot().lonE6())
                .bind("from", van.shiftFrom())
                .bind("to", van.shiftTo())
                .bind("day", van.costs().perDay().cents())
                .bind("kilometre", van.costs().perKilometre().cents())
                .bind("hour", van.costs().perHour().cents())
                .then()
                .thenMany(Flux.fromIterable(van.compartments().entrySet()))
                .concatMap(entry -> insert(region, van.id(), entry.getKey(), entry.getValue()))
                .then();
    }

    private Mono<Void> insert(
            Region region, VanId van, ColdClass coldClass, Van.Compartment compartment) {
        return db.sql(
                        """
                        INSERT INTO van_compartment (region_id, van_id, cold_class, millilitres, grams, crates)
                        VALUES (:region, :van, :class, :millilitres, :grams, :crates)
                        """)
                .bind("region", region.id().value())
                .bind("van", van.value())
                .bind("class", coldClass.name())
                .bind("millilitres", compartment.millilitres())
                .bind("grams", compartment.grams())
                .bind("crates", compartment.crates())
                .then();
    }

    private static Van joined(List<Row> rows) {
        Map<ColdClass, Van.Compartment> compartments = new HashMap<>();
        for (Row row : rows) {
            compartments.put(row.coldClass(), row.compartment());
        }
        Van van = rows.getFirst().van();
        return new Van(
                van.id(),
                van.name(),
                van.plate(),
                van.depotName(),
                van.depot(),
                van.shiftFrom(),
                van.shiftTo(),
                van.costs(),
                compartments);
    }

    private static Row row(Readable row) {
        Van van =
                new Van(
                        new VanId(get(row, "van_id", UUID.class)),
                        get(row, "name", String.class),
                        get(row, "plate", String.class),
                        get(row, "depot_name", String.class),
                        new GeoPoint(
                                get(row, "lat_e6", Integer.class),
                                get(row, "lon_e6", Integer.class)),
                        get(row, "shift_from", LocalTime.class),
                        get(row, "shift_to", LocalTime.class),
                        new Van.Costs(
                                money(row, "cents_per_day"),
                                money(row, "cents_per_kilometre"),
                                money(row, "cents_per_hour")),
                        Map.of());
        return new Row(
                van,
                ColdClass.valueOf(get(row, "cold_class", String.class)),
                new Van.Compartment(
                        get(row, "millilitres", Long.class),
                        get(row, "grams", Long.class),
                        get(row, "crates", Integer.class)));
    }

    private static Money money(Readable row, String column) {
        return new Money(get(row, column, Long.class));
    }
}
