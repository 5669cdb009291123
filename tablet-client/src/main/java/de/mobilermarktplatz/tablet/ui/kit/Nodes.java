package de.mobilermarktplatz.tablet.ui.kit;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Short words for building screens; looks come from the style sheet by class. */
public final class Nodes {
    /** What the style sheet's padding and border of a row key take from its row, both sides. */
    private static final int ROW_KEY_EDGE = 44;

    private Nodes() {}

    /** Adds style classes and returns the node. */
    public static <N extends Node> N css(N node, String... classes) {
        node.getStyleClass().addAll(classes);
        return node;
    }

    public static Label label(String text, String... classes) {
        return css(new Label(text), classes);
    }

    /** Text that may need several lines. */
    public static Label text(String text, String... classes) {
        var label = label(text, classes);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    /** A key for gloves. */
    public static Button key(String text, Runnable action, String... classes) {
        var button = css(new Button(text), "key");
        button.getStyleClass().addAll(classes);
        button.setOnAction(_ -> action.run());
        button.setWrapText(true);
        return button;
    }

    /** The one thing to do next on this screen. */
    public static Button mainKey(String text, Runnable action) {
        return key(text, action, "key-main");
    }

    /**
     * A whole row that is one key.
     *
     * @param words for who cannot see the row
     */
    public static Button rowKey(Region row, String words, Runnable action, String... classes) {
        var button = css(new Button(), "row-key");
        button.getStyleClass().addAll(classes);
        button.setGraphic(row);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setAccessibleText(words);
        button.setOnAction(_ -> action.run());
        row.prefWidthProperty().bind(button.widthProperty().subtract(ROW_KEY_EDGE));
        return button;
    }

    public static VBox column(String style, Node... children) {
        return css(new VBox(children), style);
    }

    public static HBox row(String style, Node... children) {
        return css(new HBox(children), style);
    }

    /** Takes what room is left in a row. */
    public static Region spring() {
        var region = new Region();
        HBox.setHgrow(region, Priority.ALWAYS);
        VBox.setVgrow(region, Priority.ALWAYS);
        return region;
    }

    /** Lets a node take what room is left in its row or column. */
    public static <N extends Node> N grow(N node) {
        HBox.setHgrow(node, Priority.ALWAYS);
        VBox.setVgrow(node, Priority.ALWAYS);
        if (node instanceof Region region) {
            region.setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        }
        return node;
    }

    /** A list that is dragged with the finger. */
    public static ScrollPane scroll(Node content) {
        var pane = css(new ScrollPane(content), "scroll");
        pane.setFitToWidth(true);
        pane.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        pane.setPannable(true);
        return pane;
    }

    /** Puts these nodes in place of the old ones. */
    public static void fill(javafx.scene.layout.Pane pane, List<? extends Node> nodes) {
        pane.getChildren().setAll(nodes);
    }
}
