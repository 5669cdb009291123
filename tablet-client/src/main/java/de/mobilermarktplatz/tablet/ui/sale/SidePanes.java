package de.mobilermarktplatz.tablet.ui.sale;

import static de.mobilermarktplatz.tablet.ui.kit.Nodes.column;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.fill;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.grow;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.key;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.label;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.mainKey;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.row;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.scroll;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.spring;
import static de.mobilermarktplatz.tablet.ui.kit.Nodes.text;

import de.mobilermarktplatz.contract.journal.AgeCheckResult;
import de.mobilermarktplatz.contract.journal.VoidReason;
import de.mobilermarktplatz.tablet.core.Shelf;
import de.mobilermarktplatz.tablet.ui.kit.Keyboard;
import de.mobilermarktplatz.tablet.ui.kit.NumberPad;
import de.mobilermarktplatz.tablet.ui.kit.Question;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;

/** What can stand beside the basket instead of the articles. */
final class SidePanes {
    private static final int MOST_FOUND = 3;

    private final SaleViewModel model;
    private final Node search;

    SidePanes(SaleViewModel model) {
        this.model = model;
        this.search = searching();
    }

    Node search() {
        return search;
    }

    private Node searching() {
        var typed = label("", "field-big", "search-field");
        typed.textProperty()
                .bind(
                        model.articles()
                                .query()
                                .map(query -> query.isEmpty() ? "Name oder Kurznummer" : query));
        var found = new VBox();
        show(found, model.articles().found().get());
        model.articles().found().addListener((_, _, items) -> show(found, items));
        var board = Keyboard.of(this::type, this::erase);
        found.getStyleClass().add("found");
        var pane =
                column(
                        "screen",
                        row("row", grow(typed), key("Zurück", model::sell, "key-small")),
                        grow(scroll(found)),
                        board);
        Keyboard.listen(pane, this::type, this::erase);
        return pane;
    }

    private void type(String sign) {
        model.articles().type(model.articles().query().get() + sign);
    }

    private void erase() {
        var query = model.articles().query().get();
        model.articles().type(query.isEmpty() ? query : query.substring(0, query.length() - 1));
    }

    private void show(VBox found, List<Shelf.Item> items) {
        var first = model.articles().query().get().isBlank() ? List.<Shelf.Item>of() : items;
        fill(
                found,
                first.isEmpty() && !model.articles().query().get().isBlank()
                        ? List.of(text("Kein Artikel passt dazu.", "big"))
                        : first.stream().limit(MOST_FOUND).map(this::found).toList());
    }

    private Node found(Shelf.Item item) {
        var key =
                key(
                        item.text() + "   " + item.priceText() + "   " + item.leftText(),
                        () -> model.take(item),
                        "key-small",
                        "key-found");
        key.setMaxWidth(Double.MAX_VALUE);
        return key;
    }

    Node weigh(Shelf.Item item) {
        var entry = new WeightEntry(item);
        var weight = label("", "weight");
        weight.textProperty().bind(entry.weight());
        var price = label("", "weight");
        price.textProperty().bind(entry.price());
        var take = mainKey("In den Korb", () -> model.weigh(entry.grams()));
        take.disableProperty().bind(entry.isSomething().not());
        var pane =
                column(
                        "question",
                        text(item.text(), "title"),
                        label(item.priceText() + " · " + item.leftText(), "muted"),
                        row(
                                "side-by-side",
                                NumberPad.of(entry::digit, entry::erase),
                                column(
                                        "column",
                                        label("Gewicht", "muted"),
                                        weight,
                                        label("Preis", "muted"),
                                        price,
                                        text("Gramm von der Waage eintippen.", "muted"))),
                        spring(),
                        row("row", key("Zurück", model::sell), grow(take)));
        NumberPad.listen(pane, entry::digit, entry::erase, () -> model.weigh(entry.grams()));
        return pane;
    }

    Node askAge(int years) {
        return Question.of(
                "Ware ab " + years + " Jahren",
                "Ist die Person mindestens "
                        + years
                        + " Jahre alt? Im Zweifel den Ausweis zeigen lassen. Es wird kein"
                        + " Geburtsdatum gespeichert.",
                mainKey("Ja, alt genug", () -> model.age(AgeCheckResult.OLD_ENOUGH)),
                key("Nein, zu jung", () -> model.age(AgeCheckResult.TOO_YOUNG), "key-danger"),
                key("Kein Ausweis dabei", () -> model.age(AgeCheckResult.NO_DOCUMENT)),
                key("Zurück zum Korb", model::sell));
    }

    Node askAbort() {
        return Question.of(
                "Korb wegwerfen?",
                "Der Vorgang wird als abgebrochen verbucht. Die Ware bleibt im Wagen.",
                key("Ja, Vorgang abbrechen", model::abort, "key-danger"),
                mainKey("Nein, weiter verkaufen", model::sell));
    }

    Node askVoid(long receiptNo) {
        return Question.of(
                "Bon " + receiptNo + " stornieren?",
                "Es entsteht ein eigener Stornobon; der alte bleibt erhalten. Warum?",
                key("Vertippt", () -> model.voidReceipt(VoidReason.MISTAKE), "key-danger"),
                key(
                        "Ware zurückgegeben",
                        () -> model.voidReceipt(VoidReason.RETURNED_GOODS),
                        "key-danger"),
                key(
                        "Zahlung ging nicht",
                        () -> model.voidReceipt(VoidReason.PAYMENT_FAILED),
                        "key-danger"),
                mainKey("Nein, nicht stornieren", model::sell));
    }
}
