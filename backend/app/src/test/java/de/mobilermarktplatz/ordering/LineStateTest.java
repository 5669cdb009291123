package de.mobilermarktplatz.ordering;

import static de.mobilermarktplatz.ordering.LineState.CANCELLED;
import static de.mobilermarktplatz.ordering.LineState.CONFIRMED;
import static de.mobilermarktplatz.ordering.LineState.CUT;
import static de.mobilermarktplatz.ordering.LineState.HANDED_OVER;
import static de.mobilermarktplatz.ordering.LineState.LOADED;
import static de.mobilermarktplatz.ordering.LineState.PACKED;
import static de.mobilermarktplatz.ordering.LineState.PLACED;
import static de.mobilermarktplatz.ordering.LineState.REFUSED;
import static de.mobilermarktplatz.ordering.LineState.REQUESTED;
import static de.mobilermarktplatz.ordering.LineState.UNCOLLECTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineStateTest {

    @Test
    void theOrdinaryWayOfALineIsLegalStepByStep() {
        List<LineState> way = List.of(PLACED, REQUESTED, CONFIRMED, PACKED, LOADED, HANDED_OVER);
        for (int step = 1; step < way.size(); step++) {
            assertThat(way.get(step - 1).mayBecome(way.get(step))).isTrue();
        }
    }

    @Test
    void nothingGoesBackwards() {
        for (LineState earlier : LineState.values()) {
            for (LineState later : LineState.values()) {
                boolean bothWays = earlier.mayBecome(later) && later.mayBecome(earlier);
                assertThat(bothWays).as(earlier + " and " + later).isFalse();
            }
        }
    }

    @Test
    void whatWasNeverRequestedCannotBeAtTheVan() {
        assertThat(PLACED.mayBecome(HANDED_OVER)).isFalse();
        assertThat(PLACED.mayBecome(PACKED)).isFalse();
    }

    @Test
    void aHandoverStandsAgainstACancellation() {
        assertThat(CANCELLED.mayBecome(HANDED_OVER)).isTrue();
        assertThat(UNCOLLECTED.mayBecome(HANDED_OVER)).isTrue();
        assertThat(HANDED_OVER.mayBecome(CANCELLED)).isFalse();
    }

    @Test
    void anOrderIsWhatItsLinesAre() {
        assertThat(state(PLACED, PLACED)).isEqualTo(OrderState.PLACED);
        assertThat(state(PLACED, REQUESTED)).isEqualTo(OrderState.IN_PREPARATION);
        assertThat(state(CUT, PACKED)).isEqualTo(OrderState.IN_PREPARATION);
        assertThat(state(LOADED, PACKED)).isEqualTo(OrderState.ON_BOARD);
        assertThat(state(HANDED_OVER, LOADED)).isEqualTo(OrderState.ON_BOARD);
        assertThat(state(HANDED_OVER, REFUSED, CANCELLED)).isEqualTo(OrderState.HANDED_OVER);
        assertThat(state(REFUSED, UNCOLLECTED)).isEqualTo(OrderState.REFUSED);
        assertThat(state(UNCOLLECTED)).isEqualTo(OrderState.UNCOLLECTED);
        assertThat(state(CANCELLED, CANCELLED)).isEqualTo(OrderState.CANCELLED);
    }

    @Test
    void aHeldOrderIsHeldAndAnOrderCutToNothingIsCancelled() {
        assertThat(OrderState.of(true, List.of(new OrderState.Part(PLACED, false))))
                .isEqualTo(OrderState.HELD);
        assertThat(OrderState.of(false, List.of(new OrderState.Part(CUT, true))))
                .isEqualTo(OrderState.CANCELLED);
    }

    private static OrderState state(LineState... lines) {
        return OrderState.of(
                false, Arrays.stream(lines).map(line -> new OrderState.Part(line, false)).toList());
    }
}
