package de.mobilermarktplatz.tablet.device;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.pickup.PickupToken;
import de.mobilermarktplatz.contract.pickup.SignedPickupToken;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScanTest {
    @ParameterizedTest
    @ValueSource(strings = {"4006381333931", "96385074", "036000291452", "10012345678902"})
    void eanUpcAndGtinAreArticles(String digits) {
        assertThat(Scan.of(digits)).isInstanceOf(Scan.Article.class);
        assertThat(Scan.of(digits).text()).isEqualTo(digits);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4006381333932", "4006381339331", "96385075"})
    void aWrongDigitOrASwapMakesNoArticle(String digits) {
        assertThat(Scan.of(digits)).isEqualTo(new Scan.Misread(digits));
    }

    @Test
    void theScannersSymbologyMarkIsNoPartOfTheCode() {
        assertThat(Scan.of("]E04006381333931")).isEqualTo(Scan.of("4006381333931"));
    }

    @Test
    void aPickUpCodeIsKnownByItsForm() {
        var token =
                new PickupToken(
                        1,
                        new OrderId(new UUID(3, 1)),
                        LocalDate.of(2026, 11, 23),
                        1,
                        Instant.EPOCH,
                        0);
        var text =
                SignedPickupToken.issue(token, Ed25519KeyPair.generate(new SecureRandom())).text();
        assertThat(Scan.of(text)).isEqualTo(new Scan.PickUp(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"K2R7WX", "https://example.org/x", "HALLO 123", "11"})
    void everythingElseIsALabel(String text) {
        assertThat(Scan.of(text)).isEqualTo(new Scan.Label(text));
    }
}
