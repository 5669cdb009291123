package de.mobilermarktplatz.tablet.ui.kit;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import javafx.scene.control.Button;
import javafx.scene.layout.VBox;

/** One question in large letters with its answers as keys below one another. */
public final class Question {
    private Question() {}

    public static VBox of(String question, String explanation, Button... answers) {
        var card = column("question", text(question, "title"), text(explanation, "big"), spring());
        for (var answer : answers) {
            answer.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(answer);
        }
        return card;
    }
}
