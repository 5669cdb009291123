package de.mobilermarktplatz.tablet.ui.sale;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.device.Scan;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import de.mobilermarktplatz.tablet.ui.pay.DonePane;
import de.mobilermarktplatz.tablet.ui.pay.PayPane;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;

/** The counter: the basket on the left, beside it articles or the open question; then the money. */
public final class SaleView implements Screen {
    private final SaleViewModel model;
    private final SidePanes side;
    private final Node basket;
    private final Node shelf;
    private final StackPane root = css(new StackPane(), "sale");

    public SaleView(SaleViewModel model) {
        this.model = model;
        this.side = new SidePanes(model);
        this.basket = new BasketPane(model).node();
        this.shelf = new ShelfPane(model).node();
        show(model.step().get());
        model.step().addListener((_, _, step) -> show(step));
    }

    @Override
    public Parent node() {
        return root;
    }

    @Override
    public void scanned(Scan scan) {
        model.scanned(scan);
    }

    @Override
    public boolean mayBeLeft() {
        return model.mayBeLeft();
    }

    private void show(SaleStep step) {
        var node = of(step);
        root.getChildren().setAll(List.of(node));
        // Typed digits go to the pad that is seen, whatever key was pressed last.
        (node.getUserData() instanceof Node right ? right : node).requestFocus();
    }

    private Node of(SaleStep step) {
        return switch (step) {
            case SaleStep.Selling _ -> beside(shelf);
            case SaleStep.Searching _ -> side.search();
            case SaleStep.Weighing(var item) -> beside(side.weigh(item));
            case SaleStep.AskAge(var years) -> beside(side.askAge(years));
            case SaleStep.AskAbort _ -> beside(side.askAbort());
            case SaleStep.AskVoid(var receiptNo) -> beside(side.askVoid(receiptNo));
            case SaleStep.Paying(var total, _) when total.isPositive() ->
                    new PayPane(
                                    total,
                                    "Auf Rechnung: Kundencode scannen",
                                    model::pay,
                                    model::sell,
                                    model.busy())
                            .node();
            case SaleStep.Paying(var total, _) -> beside(payOut(total.negate()));
            case SaleStep.Sold sold -> sold(sold);
            case SaleStep.Voided voided -> voided(voided);
        };
    }

    private Node beside(Node right) {
        var both = css(row("side-by-side", basket, grow(right)), "screen");
        both.setUserData(right);
        return both;
    }

    private Node payOut(Money amount) {
        return column(
                "question",
                text(amount.isZero() ? "Nichts zu zahlen" : "Auszahlen", "title"),
                text(Euro.of(amount), "pay-giant"),
                spring(),
                mainKey(amount.isZero() ? "Buchen" : "Ausgezahlt, buchen", model::payExactly),
                key("Zurück zum Korb", model::sell));
    }

    private Node sold(SaleStep.Sold sold) {
        boolean paidOut = sold.total().isNegative();
        return DonePane.of(
                "✓ Bon " + sold.receiptNo() + " ist gebucht und gedruckt",
                paidOut ? "Auszahlen" : "Fertig – Rückgeld",
                sold.change(),
                (paidOut ? "" : "Bezahlt " + Euro.of(sold.total()) + ". ")
                        + "Der nächste Scan beginnt einen neuen Korb.",
                sold.receipt(),
                List.of(
                        key("Storno", model::askVoid, "key-danger"),
                        mainKey("Nächster Kunde", model::sell)));
    }

    private Node voided(SaleStep.Voided voided) {
        return DonePane.of(
                "✓ Bon " + voided.receiptNo() + " ist storniert",
                voided.back().isNegative() ? "Vom Kunden zurück" : "Dem Kunden zurückgeben",
                voided.back().isNegative() ? voided.back().negate() : voided.back(),
                "Der Stornobon ist gedruckt.",
                voided.receipt(),
                List.of(mainKey("Weiter verkaufen", model::sell)));
    }
}
