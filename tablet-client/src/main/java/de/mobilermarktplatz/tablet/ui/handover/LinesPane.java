package de.mobilermarktplatz.tablet.ui.handover;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.rowKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;

import de.mobilermarktplatz.tablet.core.Euro;
import de.mobilermarktplatz.tablet.core.OrderCard;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;

/** The lines of an order: a tap leaves one in the van, another takes it back in. */
final class LinesPane {
    private static final PseudoClass LEFT = PseudoClass.getPseudoClass("left");

    private final HandoverViewModel model;
    private final OrderCard order;

    LinesPane(HandoverViewModel model, OrderCard order) {
        this.model = model;
        this.order = order;
    }

    Node node() {
        var lines = column("stops", order.lines().stream().map(this::line).toArray(Node[]::new));
        var go = grow(mainKey("", model::go));
        go.textProperty().bind(Bindings.createStringBinding(this::goWords, model.refused()));
        go.disableProperty().bind(model.busy());
        return grow(
                column(
                        "column",
                        row(
                                "row",
                                grow(
                                        column(
                                                "stop-words",
                                                label(order.shortName(), "title"),
                                                label(
                                                        "Nr. "
                                                                + order.number()
                                                                + " · Antippen, was nicht"
                                                                + " mitgeht",
                                                        "muted"))),
                                label(order.code(), "order-code"),
                                money()),
                        grow(scroll(lines)),
                        row("row", key("Zurück", model::back), go)));
    }

    private Node money() {
        var chip = label("", "chip");
        chip.textProperty()
                .bind(
                        Bindings.createStringBinding(
                                () ->
                                        order.paidOnline()
                                                ? "online bezahlt"
                                                : Euro.of(model.due()) + " kassieren",
                                model.refused()));
        return css(chip, order.paidOnline() ? "chip-ok" : "chip-due");
    }

    private Node line(OrderCard.Line line) {
        var tick = label("", "tick");
        var row =
                row(
                        "order-row",
                        tick,
                        label(line.amountText(), "line-amount"),
                        grow(label(line.text(), "stop-name")),
                        label(line.ageLimit() == 0 ? "" : "ab " + line.ageLimit(), "chip", "age"),
                        label(order.paidOnline() ? "" : Euro.of(line.gross()), "stop-name"));
        var key = rowKey(row, line.text(), () -> model.toggle(line.lineNo()));
        model.refused().addListener(_ -> paint(key, tick, line));
        paint(key, tick, line);
        return key;
    }

    private void paint(Button key, javafx.scene.control.Label tick, OrderCard.Line line) {
        boolean left = model.refused().get().contains(line.lineNo());
        tick.setText(left ? "✗" : "✓");
        key.pseudoClassStateChanged(LEFT, left);
    }

    private String goWords() {
        int left = model.refused().get().size();
        if (left == order.lines().size()) {
            return "Alles ablehnen";
        }
        var verb = model.due().isZero() ? "Übergeben" : "Kassieren: " + Euro.of(model.due());
        return left == 0 ? verb : verb + " (" + left + " bleibt hier)";
    }
}
