package de.mobilermarktplatz.sample;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.region.UnderConstruction;
import de.mobilermarktplatz.testing.Browser;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import org.junit.jupiter.api.Test;

@MarktplatzTest
class LoadingPageTest {

    private final UnderConstruction building;
    private final TestRegions regions;
    private final TestHttp http;

    LoadingPageTest(UnderConstruction building, TestRegions regions, TestHttp http) {
        this.building = building;
        this.regions = regions;
        this.http = http;
    }

    @Test
    void whoeverComesTooEarlySeesHowFarItIsAndIsTakenInByItself() {
        Region region = regions.create();
        building.tell(region.slug(), new UnderConstruction.Progress(4, 9, "Bestellungen"));
        Browser browser = new Browser(http, region);
        try {
            Browser.Answer page = browser.get("/leitstelle");
            assertThat(page.status()).isEqualTo(503);
            assertThat(page.body())
                    .contains("Der Beispiel-Landkreis wird geladen", "Beispieldaten")
                    .contains("Schritt 4 von 9: Bestellungen", "33 %")
                    .contains("http-equiv=\"refresh\"")
                    .doesNotContain("<script");
            assertThat(browser.get("/sync/v1/" + region.slug() + "/tours").status()).isEqualTo(503);
            assertThat(new Browser(http, regions.create()).get("/").status())
                    .as("another county is open")
                    .isEqualTo(200);
        } finally {
            building.done(region.slug());
        }
        assertThat(browser.get("/").status()).isEqualTo(200);
    }

    @Test
    void aCountyThatIsNotThereIsNamed() {
        assertThatThrownBy(() -> new CountyFolder("nirgendkreis"))
                .hasMessageContaining("nirgendkreis")
                .hasMessageContaining("Maybe");
    }
}
