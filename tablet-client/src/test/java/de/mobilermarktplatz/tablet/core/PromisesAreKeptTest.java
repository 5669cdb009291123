package de.mobilermarktplatz.tablet.core;

import static de.mobilermarktplatz.tablet.SampleTour.DUE;
import static de.mobilermarktplatz.tablet.SampleTour.DUE_CODE;
import static de.mobilermarktplatz.tablet.SampleTour.PAID;
import static de.mobilermarktplatz.tablet.SampleTour.PAID_CODE;
import static de.mobilermarktplatz.tablet.SampleTour.POTATOES;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.Handover;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.RequestKind;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.WantedLine;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * I12 on board, whatever the office wants and the driver does: what waits for orders, what was
 * given to the web, what is in the basket and what is free is together what was loaded and has not
 * left; and no answer to the office ever promises more than is there.
 */
class PromisesAreKeptTest {
    private static final int STEPS = 60;
    private static final long LOADED = 19;

    private final AVan van = AVan.loaded();
    private long made;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 5, 8, 13, 21, 34, 55, 89, 144, 233, 377, 610, 987, 1597})
    void whatIsPromisedIsThere(long seed) {
        var random = new Random(seed);
        for (int step = 0; step < STEPS; step++) {
            long before = van.aboard().free(POTATOES);
            boolean asked = random.nextInt(3) > 0;
            if (asked) {
                van.hears(wish(random));
                assertThat(van.aboard().free(POTATOES))
                        .as("seed %d, step %d", seed, step)
                        .isGreaterThanOrEqualTo(Math.min(0, before));
            } else {
                drive(random);
            }
            assertThat(van.aboard().free(POTATOES) + van.aboard().reserved(POTATOES))
                    .as("seed %d, step %d", seed, step)
                    .isEqualTo(LOADED - left());
        }
    }

    private void drive(Random random) {
        switch (random.nextInt(6)) {
            case 0 -> handOver(PAID_CODE.toString(), null);
            case 1 -> handOver(DUE_CODE.toString(), Money.euros(90, 0));
            default -> {
                van.scans(new DraftLine.Goods(POTATOES, 1 + random.nextInt(2)));
                van.does(new Command.Pay(Money.euros(9, 0), null));
            }
        }
    }

    /** Refused when it was handed over or cancelled before. */
    private void handOver(String code, Money tendered) {
        var command =
                new Command.HandOver(
                        new Command.Proof.Spoken(code),
                        Set.of(),
                        RefusalReason.values()[0],
                        tendered,
                        null);
        if (van.asks(command) instanceof Decision.Accepted) {
            van.does(command);
        }
    }

    private TourRequest wish(Random random) {
        var kind = RequestKind.values()[random.nextInt(RequestKind.values().length)];
        boolean give = kind == RequestKind.GIVE_STOCK;
        OrderId order = random.nextBoolean() ? DUE : PAID;
        return new TourRequest(
                new FactId(new UUID(50, ++made)),
                kind,
                give ? null : order,
                give ? List.of() : List.of(new WantedLine(1, random.nextInt(9))),
                give ? List.of(new StockItem(POTATOES, Unit.PIECE, random.nextInt(5))) : List.of(),
                Instant.EPOCH.plusSeconds(made));
    }

    /** Sacks that left the van, by the journal itself. */
    private long left() {
        long sold =
                van.written.stream()
                        .filter(Sale.class::isInstance)
                        .flatMap(body -> ((Sale) body).lines().stream())
                        .filter(line -> line.orderLine() == 0 && POTATOES.equals(line.product()))
                        .mapToLong(line -> line.amount())
                        .sum();
        long handed =
                van.written.stream()
                        .filter(Handover.class::isInstance)
                        .flatMap(body -> ((Handover) body).lines().stream())
                        .filter(line -> line.lineNo() == 1)
                        .mapToLong(line -> line.amount())
                        .sum();
        return sold + handed;
    }
}
