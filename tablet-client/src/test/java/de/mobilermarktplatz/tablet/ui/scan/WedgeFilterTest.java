package de.mobilermarktplatz.tablet.ui.scan;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.Fx;
import de.mobilermarktplatz.tablet.ui.Wedge;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

class WedgeFilterTest {
    private static final String JUICE = "4006381333931";

    private final List<Scan> scans = new ArrayList<>();
    private final AtomicLong nanos = new AtomicLong();
    private final AtomicInteger pressed = new AtomicInteger();
    private long paceMillis = 5;

    @Test
    void aScanIsDeliveredOnceAndTheFieldItRanIntoKeepsItsText() {
        Fx.run(
                () -> {
                    var field = new TextField("Brot");
                    var scene = scene(field);
                    field.requestFocus();
                    new Wedge(scene).scan(JUICE);
                    assertThat(scans).containsExactly(new Scan.Article(new Gtin(JUICE)));
                    assertThat(field.getText()).isEqualTo("Brot");
                });
    }

    @Test
    void aHandsTypingGoesToTheFieldAndIsNoScan() {
        paceMillis = 120;
        Fx.run(
                () -> {
                    var field = new TextField("");
                    var scene = scene(field);
                    field.requestFocus();
                    new Wedge(scene).scan(JUICE);
                    assertThat(scans).isEmpty();
                    assertThat(field.getText()).isEqualTo(JUICE);
                });
    }

    @Test
    void neitherTheEnterNorABlankOfAScanPressesAKey() {
        Fx.run(
                () -> {
                    var key = new Button("Fertig");
                    key.setOnAction(_ -> pressed.incrementAndGet());
                    var scene = scene(key);
                    key.requestFocus();
                    new Wedge(scene).scan("NCFOXN%TS3 H3ZSUZK");
                    assertThat(scans).hasSize(1);
                    assertThat(pressed).hasValue(0);
                });
    }

    private Scene scene(javafx.scene.Node node) {
        var scene = new Scene(new VBox(node), 400, 200);
        // The field's keys come with its skin.
        scene.getRoot().applyCss();
        WedgeFilter.install(scene, () -> nanos.addAndGet(paceMillis * 500_000), scans::add);
        return scene;
    }
}
