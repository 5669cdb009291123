package de.mobilermarktplatz.tablet.ui.handover;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.RefusalReason;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.kit.CodeField;
import de.mobilermarktplatz.tablet.ui.kit.CodePad;
import de.mobilermarktplatz.tablet.ui.pay.DonePane;
import de.mobilermarktplatz.tablet.ui.pay.PayPane;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;

/** One step at a time; each has one question. */
public final class HandoverView implements Screen {
    private final HandoverViewModel model;
    private final TextField code;
    private final VBox root = new VBox();

    public HandoverView(HandoverViewModel model) {
        this.model = model;
        code = CodeField.of(model.code(), SpokenCode.LENGTH, "field-big", "field-code");
        code.setPromptText("______");
        model.step().addListener((_, _, step) -> show(step));
        show(model.step().get());
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void shown() {
        focus(model.step().get());
    }

    /** A scan's digits were typed into the amount before it was known to be one. */
    @Override
    public void scanned(Scan scan) {
        if (model.step().get() instanceof HandoverStep.Paying paying) {
            show(paying);
        }
        model.scanned(scan);
    }

    private void show(HandoverStep step) {
        var content =
                switch (step) {
                    case HandoverStep.Finding _ -> finding();
                    case HandoverStep.Checking _ ->
                            model.order()
                                    .<Node>map(order -> new LinesPane(model, order).node())
                                    .orElseGet(this::finding);
                    case HandoverStep.AskReason _ -> reasons();
                    case HandoverStep.AskAge age -> age(age.years());
                    case HandoverStep.Paying paying ->
                            new PayPane(paying.due(), model::paid, model::back, model.busy())
                                    .node();
                    case HandoverStep.Done done -> done(done);
                };
        fill(root, List.of(css(grow(content), "screen")));
        focus(step);
    }

    /** Typing works at once. */
    private void focus(HandoverStep step) {
        switch (step) {
            case HandoverStep.Finding _ -> code.requestFocus();
            case HandoverStep.Paying _ -> root.getChildren().getFirst().requestFocus();
            case HandoverStep.Checking _,
                    HandoverStep.AskReason _,
                    HandoverStep.AskAge _,
                    HandoverStep.Done _ ->
                    root.requestFocus();
        }
    }

    private Node finding() {
        var left =
                column(
                        "column",
                        label("Wessen Bestellung?", "title"),
                        text("Abholcode scannen, oder die sechs Zeichen eingeben.", "big"),
                        code,
                        spring(),
                        key("Zurück", model::back));
        return grow(row("side-by-side", grow(left), CodePad.of(model.code())));
    }

    private Node reasons() {
        return grow(
                column(
                        "column",
                        label("Warum bleibt etwas hier?", "title"),
                        because("Kunde möchte es nicht", RefusalReason.CHANGED_MIND),
                        because("Beschädigt oder verdorben", RefusalReason.DAMAGED),
                        because("Falsche Ware", RefusalReason.WRONG_GOODS),
                        because("Nicht im Wagen", RefusalReason.NOT_ABOARD),
                        spring(),
                        key("Zurück", model::back)));
    }

    private Node because(String words, RefusalReason why) {
        return wide(key(words, () -> model.because(why)));
    }

    private Node age(int years) {
        return grow(
                column(
                        "column",
                        label("Alter prüfen: ab " + years + " Jahren", "title"),
                        text(
                                "Bitte den Ausweis zeigen lassen. Das Geburtsdatum wird nicht"
                                        + " gespeichert.",
                                "big"),
                        wide(answer("Alt genug", AgeCheckResult.OLD_ENOUGH, "key-main")),
                        wide(answer("Zu jung", AgeCheckResult.TOO_YOUNG, "key-danger")),
                        wide(answer("Kein Ausweis", AgeCheckResult.NO_DOCUMENT, "key-danger")),
                        spring(),
                        key("Zurück", model::back)));
    }

    private javafx.scene.control.Button answer(String words, AgeCheckResult result, String look) {
        var key = key(words, () -> model.age(result), look);
        key.disableProperty().bind(model.busy());
        return key;
    }

    private Node done(HandoverStep.Done done) {
        var next = mainKey("Fertig", model::back);
        if (!done.receipt().isEmpty()) {
            return DonePane.of(
                    done.title(), "Rückgeld", done.change(), "", done.receipt(), List.of(next));
        }
        return column(
                "column",
                css(
                        grow(
                                column(
                                        "done",
                                        label("✓", "pay-giant"),
                                        label(done.title(), "done-title"),
                                        text("Gespeichert. Hier war nichts zu zahlen.", "big"))),
                        "done-figures"),
                wide(next));
    }

    private static Node wide(javafx.scene.control.Button key) {
        key.setMaxWidth(Double.MAX_VALUE);
        return key;
    }
}
