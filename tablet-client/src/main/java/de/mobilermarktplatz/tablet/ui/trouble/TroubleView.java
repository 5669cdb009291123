package de.mobilermarktplatz.tablet.ui.trouble;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.ui.frame.Place;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import javafx.scene.Parent;

/** A short code and a sentence; nothing here can make it worse. */
public final class TroubleView implements Screen {
    private final Parent root;

    public TroubleView(Place.Trouble trouble, Runnable back) {
        root =
                column(
                        "screen",
                        label("Das hat nicht geklappt", "title"),
                        text(trouble.sentence(), "big"),
                        label("Code für die Leitstelle", "muted"),
                        label(trouble.code(), "trouble-code"),
                        text(
                                "Was gespeichert war, ist gespeichert. Bitte den Code am Telefon"
                                        + " vorlesen.",
                                "muted"),
                        spring(),
                        mainKey("Zurück", back));
    }

    @Override
    public Parent node() {
        return root;
    }
}
