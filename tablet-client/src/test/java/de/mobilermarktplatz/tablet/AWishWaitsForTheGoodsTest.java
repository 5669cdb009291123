package de.mobilermarktplatz.tablet;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.tour.RequestKind;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.WantedLine;
import de.mobilermarktplatz.kernel.id.FactId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Who wants more is answered by the load that brings free stock aboard, and remembered after it.
 */
class AWishWaitsForTheGoodsTest {
    @TempDir Path data;

    @Test
    void theLoadThatBringsFreeStockAnswersTheWish() throws IOException {
        var wish =
                new TourRequest(
                        new FactId(new UUID(50, 1)),
                        RequestKind.INCREASE,
                        SampleTour.DUE,
                        List.of(new WantedLine(1, 4)),
                        List.of(),
                        Instant.EPOCH);
        try (var backend = new FakeBackend(SampleTour.snapshot().asking(List.of(wish)))) {
            try (var rig = Rig.onTour(data, backend)) {
                assertThat(rig.tell("load " + SampleTour.CRATE).toString()).doesNotContain("1002");

                assertThat(rig.tell("load all").toString()).contains("1002 ist größer geworden");
                rig.tell("arrive 2");
            }
            try (var again = Rig.again(data, backend)) {
                assertThat(
                                again.tell("handover code " + SampleTour.DUE_CODE + " cash 1000")
                                        .get("totalCents")
                                        .asLong())
                        .as("four sacks and a bottle with its deposit")
                        .isEqualTo(4 * 120 + 280 + 15);
            }
        }
    }
}
