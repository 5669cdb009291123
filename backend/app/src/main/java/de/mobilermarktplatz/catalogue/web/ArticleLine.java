package de.mobilermarktplatz.catalogue.web;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.catalogue.domain.GermanText;
import de.mobilermarktplatz.catalogue.domain.PublishGate;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.List;

/** One article of the producer's own list, in words. */
public record ArticleLine(
        String number,
        String name,
        String price,
        String unitPrice,
        String quantity,
        String vanQuantity,
        String state,
        boolean offered,
        List<String> reasons) {

    static ArticleLine of(Product product) {
        Article article = product.article();
        List<String> reasons = PublishGate.reasons(article);
        boolean offered = !product.paused() && reasons.isEmpty();
        return new ArticleLine(
                article.number(),
                article.name(),
                GermanText.euros(article.price()) + (article.unit() == Unit.GRAM ? "/kg" : ""),
                article.unit() == Unit.GRAM
                        ? ""
                        : article.unitPrice().map(GermanText::unitPrice).orElse(""),
                GermanText.quantity(article.unit(), article.dayQuantity()),
                GermanText.quantity(article.unit(), article.vanQuantity()),
                product.paused() ? "pausiert" : offered ? "im Angebot" : "nicht im Angebot",
                offered,
                product.paused() ? List.of() : reasons);
    }
}
