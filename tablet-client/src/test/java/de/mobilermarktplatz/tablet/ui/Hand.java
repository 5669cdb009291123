package de.mobilermarktplatz.tablet.ui;

import java.util.List;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;

/** A driver's finger and eye on a scene. Use it on the screen's thread. */
public record Hand(Scene scene) {
    /** Presses keys by what stands on them, one after the other. */
    public void press(String... words) {
        for (var word : words) {
            var key =
                    nodes().stream()
                            .filter(Button.class::isInstance)
                            .map(Button.class::cast)
                            .filter(button -> isSeen(button) && button.getText().equals(word))
                            .findFirst()
                            .orElseThrow(
                                    () -> new AssertionError("no key " + word + " in " + sees()));
            if (key.isDisabled()) {
                throw new AssertionError("the key " + word + " is off; seen: " + sees());
            }
            key.fire();
        }
    }

    /** All words that can be read. */
    public List<String> sees() {
        return nodes().stream()
                .filter(Labeled.class::isInstance)
                .filter(Hand::isSeen)
                .map(node -> ((Labeled) node).getText())
                .filter(Objects::nonNull)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private List<Node> nodes() {
        var root = scene.getRoot();
        root.applyCss();
        root.layout();
        return List.copyOf(root.lookupAll("*"));
    }

    private static boolean isSeen(Node node) {
        for (Parent above = node.getParent(); above != null; above = above.getParent()) {
            if (!above.isVisible()) {
                return false;
            }
        }
        return node.isVisible();
    }
}
