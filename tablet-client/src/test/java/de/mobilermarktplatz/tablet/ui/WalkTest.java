package de.mobilermarktplatz.tablet.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real window without a display. */
class WalkTest {
    @TempDir Path data;

    @Test
    void theDriverSeesTheTourAndArrives() throws IOException {
        try (var rig = ScreenRig.onTour(data)) {
            Fx.run(
                    () -> {
                        var scene = rig.scene();
                        Pictures.save(scene, "tour");
                        press(scene.getRoot(), "Ankommen: Depot");
                        assertThat(words(scene.getRoot())).contains("Wagen 1 · Depot");
                    });
        }
    }

    static void press(javafx.scene.Parent root, String words) {
        root.applyCss();
        root.lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(key -> key.getText().equals(words))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no key " + words + " in " + words(root)))
                .fire();
    }

    static java.util.List<String> words(javafx.scene.Parent root) {
        return root.lookupAll("*").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList();
    }
}
