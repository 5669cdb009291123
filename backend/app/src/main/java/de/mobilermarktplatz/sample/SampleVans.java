package de.mobilermarktplatz.sample;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.touring.Van;
import de.mobilermarktplatz.touring.Vans;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The vans of a sample county; all are built alike. */
@Component
class SampleVans {

    private static final Van.Costs COSTS =
            new Van.Costs(Money.euros(60, 0), Money.euros(0, 45), Money.euros(24, 0));

    private static final Map<ColdClass, Van.Compartment> COMPARTMENTS =
            Map.of(
                    ColdClass.AMBIENT, new Van.Compartment(3_000_000, 900_000, 40),
                    ColdClass.CHILLED, new Van.Compartment(1_000_000, 400_000, 14),
                    ColdClass.FROZEN, new Van.Compartment(300_000, 120_000, 4));

    private final Vans vans;
    private final UuidV7 ids;

    SampleVans(Vans vans, UuidV7 ids) {
        this.vans = vans;
        this.ids = ids;
    }

    Mono<Void> load(Region region, CountyFolder folder) {
        return vans.active(region)
                .map(Van::name)
                .collect(Collectors.toSet())
                .flatMap(known -> addMissing(region, folder, known));
    }

    private Mono<Void> addMissing(Region region, CountyFolder folder, Set<String> known) {
        return Flux.fromIterable(folder.rows("vans.csv"))
                .filter(row -> !known.contains(row.getField("name")))
                .concatMap(row -> vans.add(region, van(row)))
                .then();
    }

    private Van van(NamedCsvRecord row) {
        return new Van(
                new VanId(ids.next()),
                row.getField("name"),
                row.getField("plate"),
                row.getField("depot"),
                CountyFolder.point(row),
                LocalTime.parse(row.getField("from")),
                LocalTime.parse(row.getField("to")),
                COSTS,
                COMPARTMENTS);
    }
}
