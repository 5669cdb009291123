package de.mobilermarktplatz.kernel.geo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class GeoPointTest {

    private static final GeoPoint BERNBURG = GeoPoint.ofDegrees(51.7943, 11.7397);
    private static final GeoPoint SCHOENEBECK = GeoPoint.ofDegrees(52.0167, 11.7333);

    @Test
    void aDegreeOfLatitudeIsAbout111Kilometres() {
        GeoPoint south = new GeoPoint(51_000_000, 11_000_000);
        GeoPoint north = new GeoPoint(52_000_000, 11_000_000);

        assertThat(south.greatCircleMetres(north)).isCloseTo(111_195, within(1));
    }

    @Test
    void theDistanceIsTheSameBothWays() {
        assertThat(BERNBURG.greatCircleMetres(SCHOENEBECK)).isCloseTo(24_730, within(50));
        assertThat(SCHOENEBECK.greatCircleMetres(BERNBURG))
                .isEqualTo(BERNBURG.greatCircleMetres(SCHOENEBECK));
        assertThat(BERNBURG.greatCircleMetres(BERNBURG)).isZero();
    }

    @Test
    void whatIsNotOnEarthIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GeoPoint(91_000_000, 0))
                .withMessageContaining("91000000");
        assertThatIllegalArgumentException().isThrownBy(() -> new GeoPoint(Integer.MIN_VALUE, 0));
    }
}
