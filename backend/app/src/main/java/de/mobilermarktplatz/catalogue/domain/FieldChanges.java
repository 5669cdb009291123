package de.mobilermarktplatz.catalogue.domain;

import de.mobilermarktplatz.catalogue.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Words for what differs between two statements about an article. */
final class FieldChanges {

    private record Field(String label, Function<Article, @Nullable Object> value) {}

    private static final List<Field> FIELDS =
            List.of(
                    new Field("Bezeichnung", Article::name),
                    new Field(
                            "GTIN",
                            article -> article.gtin() == null ? null : article.gtin().digits()),
                    new Field("Einheit", article -> GermanText.unit(article.unit())),
                    new Field("Inhalt", article -> GermanText.content(article.content())),
                    new Field("Preis", article -> GermanText.euros(article.price())),
                    new Field("MwSt-Schlüssel", article -> article.vatKey().code()),
                    new Field("Pfand", article -> GermanText.deposit(article.deposit())),
                    new Field("Kühlung", article -> article.coldClass().label()),
                    new Field("Allergene", Article::allergens),
                    new Field("Zutaten", Article::ingredients),
                    new Field("Herkunft", Article::origin),
                    new Field("Öko-Kontrollstelle", Article::organicCode),
                    new Field("Altersgrenze", Article::ageLimit),
                    new Field("Gewicht (g)", Article::weightGrams),
                    new Field("Volumen (ml)", Article::volumeMillilitres),
                    new Field(
                            "Menge",
                            article -> GermanText.quantity(article.unit(), article.dayQuantity())),
                    new Field(
                            "Wagenmenge",
                            article -> GermanText.quantity(article.unit(), article.vanQuantity())));

    private FieldChanges() {}

    static List<String> between(CurrentArticle before, Article after) {
        List<String> changes = new ArrayList<>();
        if (before.paused()) {
            changes.add("wieder im Angebot");
        }
        for (Field field : FIELDS) {
            Object old = field.value().apply(before.article());
            Object now = field.value().apply(after);
            if (!Objects.equals(old, now)) {
                changes.add("%s: %s → %s".formatted(field.label(), shown(old), shown(now)));
            }
        }
        return List.copyOf(changes);
    }

    private static String shown(@Nullable Object value) {
        return value == null ? "–" : value.toString();
    }
}
