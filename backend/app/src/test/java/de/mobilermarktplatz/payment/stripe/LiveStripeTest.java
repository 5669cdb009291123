package de.mobilermarktplatz.payment.stripe;

import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.StartRefused;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** LIVE never talks to a simulator. */
class LiveStripeTest {

    @Test
    void anotherAddressThanStripesIsRefusedByName() {
        StripeProperties properties =
                new StripeProperties("http://127.0.0.1:12111", 0, null, Map.of());

        assertThatThrownBy(() -> StripeAccounts.checkLive(properties))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("http://127.0.0.1:12111");
    }

    @Test
    void aTestKeyIsRefusedWithoutShowingIt() {
        StripeProperties properties =
                new StripeProperties(
                        null,
                        0,
                        null,
                        Map.of("kreis", new StripeProperties.Account("sk_test_geheim", "whsec_x")));

        assertThatThrownBy(() -> StripeAccounts.checkLive(properties))
                .isInstanceOf(StartRefused.class)
                .hasMessageContaining("kreis")
                .hasMessageNotContaining("geheim");
    }

    @Test
    void liveKeysPerRegionAreFine() {
        StripeProperties properties =
                new StripeProperties(
                        null,
                        0,
                        null,
                        Map.of("kreis", new StripeProperties.Account("sk_live_x", "whsec_x")));

        assertThatNoException().isThrownBy(() -> StripeAccounts.checkLive(properties));
    }
}
