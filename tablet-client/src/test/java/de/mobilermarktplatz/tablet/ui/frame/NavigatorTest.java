package de.mobilermarktplatz.tablet.ui.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NavigatorTest {
    private static final Place TROUBLE = new Place.Trouble("P-1", "Etwas");
    private final Navigator navigator = new Navigator(new Place.Tour());

    @Test
    void backLeadsWhereOneCameFrom() {
        navigator.go(TROUBLE);
        assertThat(navigator.place().get()).isEqualTo(TROUBLE);
        navigator.back();
        assertThat(navigator.place().get()).isEqualTo(new Place.Tour());
        navigator.back();
        assertThat(navigator.place().get()).isEqualTo(new Place.Tour());
    }

    @Test
    void goingWhereOneIsAlreadyIsNoStep() {
        navigator.go(TROUBLE);
        navigator.go(TROUBLE);
        navigator.back();
        assertThat(navigator.place().get()).isEqualTo(new Place.Tour());
    }

    @Test
    void afterAFreshStartThereIsNoWayBack() {
        navigator.start(TROUBLE);
        navigator.back();
        assertThat(navigator.place().get()).isEqualTo(TROUBLE);
    }
}
