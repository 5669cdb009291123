package de.mobilermarktplatz.tablet.ui.goodsin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import de.mobilermarktplatz.tablet.SampleTour;
import de.mobilermarktplatz.tablet.core.LoadList;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.ScreenRig;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GoodsInViewModelTest {
    @TempDir Path data;
    private ScreenRig van;
    private GoodsInViewModel goodsIn;

    @BeforeEach
    void standAtTheDepot() throws IOException {
        van = ScreenRig.onTour(data);
        van.tell("arrive 1");
        goodsIn = new GoodsInViewModel(van.cockpit);
    }

    @AfterEach
    void park() {
        van.close();
    }

    @Test
    void theListSaysWhatIsExpectedAndForWhom() {
        assertThat(goodsIn.progress().get()).isEqualTo("0 von 2 Kisten an Bord");
        assertThat(goodsIn.list().get().crates())
                .extracting(LoadList.Crate::code, LoadList.Crate::destination)
                .containsExactlyInAnyOrder(
                        tuple(SampleTour.CRATE, "Musterdorf, Anger"),
                        tuple(SampleTour.FREE_CRATE, "freier Verkauf"));
        assertThat(goodsIn.list().get().crate(SampleTour.CRATE).orElseThrow().contents())
                .containsExactly("4 × Kartoffeln 2 kg", "2 × Apfelsaft 1 l");
    }

    @Test
    void aScannedCrateIsAboardWithItsGoods() {
        goodsIn.scanned(Scan.of(SampleTour.CRATE));
        var last = goodsIn.last().get().orElseThrow();
        assertThat(last.ok()).isTrue();
        assertThat(last.words()).isEqualTo("ungekühlt → Musterdorf, Anger");
        assertThat(goodsIn.progress().get()).isEqualTo("1 von 2 Kisten an Bord");
        assertThat(van.cockpit.aboard().orElseThrow().state().aboard(SampleTour.POTATOES))
                .isEqualTo(4);
    }

    @Test
    void theSameCrateTwiceIsSaidAndCountsOnce() {
        goodsIn.scanned(Scan.of(SampleTour.CRATE));
        goodsIn.scanned(Scan.of(SampleTour.CRATE));
        assertThat(goodsIn.last().get().orElseThrow().words()).contains("schon an Bord");
        assertThat(goodsIn.unexpected()).isEmpty();
        assertThat(goodsIn.progress().get()).isEqualTo("1 von 2 Kisten an Bord");
    }

    @Test
    void aForeignCrateStaysBehindAndIsNoted() {
        goodsIn.scanned(Scan.of("K9"));
        goodsIn.scanned(Scan.of("K9"));
        assertThat(goodsIn.last().get().orElseThrow().ok()).isFalse();
        assertThat(goodsIn.unexpected()).containsExactly("K9");
    }

    @Test
    void anArticlesBarcodeLoadsNothing() {
        goodsIn.scanned(Scan.of(SampleTour.JUICE_GTIN));
        assertThat(goodsIn.last().get().orElseThrow().words()).contains("Etikett der Kiste");
        assertThat(goodsIn.progress().get()).startsWith("0 von 2");
    }

    @Test
    void aLabelReadWithTheEyesIsTyped() {
        goodsIn.type(true);
        goodsIn.typed(" " + SampleTour.FREE_CRATE.toLowerCase() + " ");
        assertThat(goodsIn.step().get()).isEqualTo(GoodsInViewModel.Step.SCANNING);
        assertThat(goodsIn.list().get().missing())
                .extracting(LoadList.Crate::code)
                .containsExactly(SampleTour.CRATE);
    }

    @Test
    void allThereNeedsOneYesAndLoadsNoLooseGoods() {
        goodsIn.scanned(Scan.of(SampleTour.CRATE));
        goodsIn.allThere();
        assertThat(goodsIn.progress().get()).startsWith("1 von 2");
        goodsIn.askAll();
        goodsIn.allThere();
        assertThat(goodsIn.progress().get()).startsWith("2 von 2");
        assertThat(goodsIn.list().get().loose()).isNotEmpty();
        goodsIn.askAll();
        assertThat(goodsIn.step().get()).isEqualTo(GoodsInViewModel.Step.SCANNING);
    }

    @Test
    void looseGoodsComeAboardOnce() {
        assertThat(goodsIn.list().get().loose()).contains("5,000 kg Bergkäse");
        goodsIn.askLoose();
        goodsIn.looseThere();
        assertThat(goodsIn.list().get().loose()).isEmpty();
        assertThat(van.cockpit.aboard().orElseThrow().state().aboard(SampleTour.CHEESE))
                .isEqualTo(5000);
        goodsIn.askLoose();
        assertThat(goodsIn.step().get()).isEqualTo(GoodsInViewModel.Step.SCANNING);
    }
}
