package de.mobilermarktplatz.tablet.ui;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
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
            fire(key -> word.equals(key.getText()), word);
        }
    }

    /** Presses the key whose words begin like this. */
    public void pressBeginning(String words) {
        fire(key -> key.getText() != null && key.getText().startsWith(words), words);
    }

    /** Presses the row that tells of this, such as an order by its customer's initials. */
    public void open(String words) {
        fire(
                key -> key.getAccessibleText() != null && key.getAccessibleText().startsWith(words),
                words);
    }

    private void fire(Predicate<Button> which, String words) {
        var key =
                nodes().stream()
                        .filter(Button.class::isInstance)
                        .map(Button.class::cast)
                        .filter(button -> isSeen(button) && which.test(button))
                        .findFirst()
                        .orElseThrow(() -> new AssertionError("no key " + words + " in " + sees()));
        if (key.isDisabled()) {
            throw new AssertionError("the key " + words + " is off; seen: " + sees());
        }
        key.fire();
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
