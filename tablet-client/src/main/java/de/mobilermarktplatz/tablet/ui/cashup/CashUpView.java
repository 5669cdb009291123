package de.mobilermarktplatz.tablet.ui.cashup;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.pay.DonePane;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.layout.StackPane;

/** From the opening cash to the closing: one step at a time. */
public final class CashUpView implements Screen {
    private final CashUpViewModel model;
    private final StackPane root = css(new StackPane(), "cash-up");

    public CashUpView(CashUpViewModel model) {
        this.model = model;
        show(model.step().get());
        model.step().addListener((_, _, step) -> show(step));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void scanned(Scan scan) {
        model.scanned();
    }

    @Override
    public boolean mayBeLeft() {
        return model.step().get() instanceof CashStep.Overview;
    }

    private void show(CashStep step) {
        var node = of(step);
        root.getChildren().setAll(List.of(node));
        node.requestFocus();
    }

    private Node of(CashStep step) {
        return switch (step) {
            case CashStep.Overview _ -> new OverviewPane(model).node();
            case CashStep.OpeningFloat(var coins) ->
                    CoinPane.of(
                            "Anfangsbestand",
                            "Was liegt in der Kasse, bevor der erste Kunde kommt?",
                            coins,
                            buttons("Buchen", model::bookFloat));
            case CashStep.Counting(var coins) ->
                    CoinPane.of(
                            "Kasse zählen",
                            "Alles zählen, auch den Anfangsbestand.",
                            coins,
                            buttons("Buchen", model::bookCount));
            case CashStep.Counted counted -> counted(counted);
            case CashStep.Unloading(var leftovers) ->
                    LeftoverPane.of(leftovers, buttons("Abgeladen", model::bookLeftovers));
            case CashStep.Closed closed -> closed(closed);
        };
    }

    private Node buttons(String words, Runnable action) {
        return row("row", key("Zurück", model::overview), grow(commanding(mainKey(words, action))));
    }

    private Button commanding(Button key) {
        key.disableProperty().bind(busy());
        return key;
    }

    private BooleanBinding busy() {
        return Bindings.createBooleanBinding(() -> model.busy().get(), model.busy());
    }

    private Node counted(CashStep.Counted counted) {
        return column(
                "screen",
                label("Die Zählung ist gebucht", "title"),
                css(
                        column(
                                "done",
                                label("Gezählt " + Euro.of(counted.counted()), "pay-words"),
                                text(differenceWords(counted.difference()), "pay-words-giant")),
                        "done-figures",
                        counted.difference().isZero() ? "fits" : "differs"),
                text(
                        counted.difference().isZero()
                                ? "Die Kasse stimmt auf den Cent."
                                : "Die Differenz wird beim Abschluss als eigener Beleg gebucht.",
                        "big"),
                text(model.stillOpen().get(), "problem"),
                spring(),
                row(
                        "row",
                        key("Zurück", model::overview),
                        key("Noch einmal zählen", model::count),
                        grow(commanding(mainKey("Tag abschließen (Z-Bon)", model::close)))));
    }

    private static String differenceWords(Money difference) {
        if (difference.isZero()) {
            return "Stimmt genau";
        }
        return difference.isNegative()
                ? Euro.of(difference.negate()) + " fehlen"
                : Euro.of(difference) + " zu viel";
    }

    private Node closed(CashStep.Closed closed) {
        var sync = text("", "big");
        sync.textProperty().bind(model.sync());
        return css(
                row(
                        "side-by-side",
                        grow(
                                column(
                                        "column",
                                        label(
                                                "✓ Tag abgeschlossen – Z " + closed.zNumber(),
                                                "title"),
                                        css(
                                                column(
                                                        "done",
                                                        label("Kasse", "pay-words"),
                                                        text(
                                                                differenceWords(
                                                                        closed.difference()),
                                                                "pay-words-giant")),
                                                "done-figures",
                                                closed.difference().isZero() ? "fits" : "differs"),
                                        text("Die Tour ist zu Ende. Danke!", "big"),
                                        column("card", label("Übertragung", "money"), sync),
                                        spring(),
                                        key("Zur Übersicht", model::overview))),
                        DonePane.slip(closed.slip())),
                "screen");
    }
}
