package de.mobilermarktplatz.tablet.ui.stop;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.css;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.rowKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.tablet.core.OrderCard;
import de.mobilermarktplatz.tablet.ui.frame.Screen;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.VBox;

/** Name and times above, the orders of the call, arriving and leaving as the big key. */
public final class StopView implements Screen {
    private final StopViewModel model;
    private final VBox root = column("screen");

    public StopView(StopViewModel model) {
        this.model = model;
        show();
        model.stop()
                .addListener(
                        (_, before, now) -> {
                            if (!now.equals(before)) {
                                show();
                            }
                        });
    }

    @Override
    public Parent node() {
        return root;
    }

    private void show() {
        fill(root, model.stop().get().map(this::content).orElse(nothing()));
    }

    private List<Node> nothing() {
        return List.of(label("Kein Halt", "title"), mainKey("Zur Tour", model::back));
    }

    private List<Node> content(StopViewModel.Seen seen) {
        var title =
                column(
                        "stop-words",
                        label(seen.row().visit().name(), "title"),
                        label(StopViewModel.details(seen.row()), "muted"));
        var head = row("row", grow(title));
        if (seen.isCall()) {
            head.getChildren().add(key("Code eingeben", model::typeCode));
        }
        if (seen.isForLoading()) {
            head.getChildren().add(key("Ware scannen", model::load));
        }
        var drive = mainKey(seen.isHere() ? "Abfahren" : "Ankommen", model::drive);
        drive.setMaxWidth(Double.MAX_VALUE);
        drive.disableProperty().bind(model.busy());
        return List.of(head, grow(scroll(column("stops", orders(seen)))), drive);
    }

    private Node[] orders(StopViewModel.Seen seen) {
        var rows = new ArrayList<Node>();
        seen.orders().forEach(order -> rows.add(order(order)));
        if (rows.isEmpty()) {
            rows.add(
                    text(
                            seen.isCall()
                                    ? "Für diesen Halt ist nichts bestellt. Verkauft wird trotzdem."
                                    : seen.row().toDo(),
                            "big"));
        }
        return rows.toArray(Node[]::new);
    }

    private Node order(OrderCard order) {
        var words =
                column(
                        "stop-words",
                        label(order.shortName(), "stop-name"),
                        label(StopViewModel.contents(order), "muted"));
        var row =
                row(
                        "order-row",
                        label(order.code(), "order-code"),
                        grow(words),
                        css(label(StopViewModel.state(order), "chip"), chip(order)));
        var key =
                rowKey(
                        row,
                        order.shortName() + ", " + StopViewModel.state(order),
                        () -> model.open(order));
        key.setDisable(order.progress() != null);
        return key;
    }

    private static String chip(OrderCard order) {
        return order.progress() != null || order.paidOnline() ? "chip-ok" : "chip-due";
    }
}
