package de.mobilermarktplatz.tablet.ui.pin;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.kit.NumberPad;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** What is asked on the left, the digits on the right. */
public final class PinView implements Screen {
    private final PinViewModel model;
    private final VBox root;

    public PinView(PinViewModel model) {
        this.model = model;
        var words = text("", "title");
        words.textProperty().bind(model.step().map(PinViewModel.Step::words));
        var dots = label("", "pin-dots");
        dots.textProperty().bind(model.dots());
        var problem = text("", "problem");
        problem.textProperty().bind(model.problem());
        problem.visibleProperty().bind(model.problem().isNotEmpty());
        var done = mainKey("Weiter", model::done);
        done.setMaxWidth(Double.MAX_VALUE);
        done.setFocusTraversable(false);
        done.disableProperty().bind(model.ready().not());
        root =
                column(
                        "screen",
                        grow(
                                row(
                                        "side-by-side",
                                        grow(
                                                column(
                                                        "column", words, dots, problem, spring(),
                                                        done)),
                                        NumberPad.of(model::digit, model::erase))));
        root.setFocusTraversable(true);
        NumberPad.listen(root, model::digit, model::erase, model::done);
    }

    @Override
    public Parent node() {
        return root;
    }

    /** A scanner types: its digits are nobody's PIN. */
    @Override
    public void scanned(Scan scan) {
        model.clear();
    }

    @Override
    public void shown() {
        root.requestFocus();
    }
}
