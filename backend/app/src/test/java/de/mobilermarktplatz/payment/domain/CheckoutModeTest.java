package de.mobilermarktplatz.payment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;

class CheckoutModeTest {

    private static final LocalDate DAY = LocalDate.of(2026, 12, 1);

    @Test
    void fourDaysAheadIsHeldNowAndFiveDaysAheadIsSaved() {
        assertThat(CheckoutMode.of(DAY, DAY)).isEqualTo(CheckoutMode.AUTHORISE);
        assertThat(CheckoutMode.of(DAY.minusDays(4), DAY)).isEqualTo(CheckoutMode.AUTHORISE);
        assertThat(CheckoutMode.of(DAY.minusDays(5), DAY)).isEqualTo(CheckoutMode.SAVE_CARD);
    }

    @Test
    void pausesDoubleUntilTenMinutes() {
        assertThat(Pause.after(1)).isEqualTo(Duration.ofSeconds(1));
        assertThat(Pause.after(4)).isEqualTo(Duration.ofSeconds(8));
        assertThat(Pause.after(50)).isEqualTo(Duration.ofMinutes(10));
    }
}
