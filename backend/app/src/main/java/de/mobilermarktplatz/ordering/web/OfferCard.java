package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.OfferView;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.quantity.UnitPrice;
import de.mobilermarktplatz.ordering.domain.German;
import java.util.ArrayList;
import java.util.List;

/**
 * An offer as the call's page shows it; every text is ready to read.
 *
 * @param unitPrice price per kilogram or litre (PAngV § 4), empty when the price is one already
 * @param deposit named apart from the price (PAngV § 7), empty when there is none
 * @param facts what the law wants to be read before ordering: allergens, ingredients, origin,
 *     organic code
 * @param step smallest change of the quantity: 1 piece or 50 grams
 * @param inCart what of it is in the cart already, empty when nothing
 */
record OfferCard(
        String id,
        String name,
        String price,
        String unitPrice,
        String deposit,
        List<String> badges,
        List<Fact> facts,
        boolean weighed,
        long step,
        long most,
        long suggested,
        boolean orderable,
        String stock,
        String inCart) {

    record Fact(String label, String text) {}

    private static final long GRAM_STEP = 50;
    private static final long FEW_PIECES = 5;

    static OfferCard of(OfferView offer, boolean open, long inCart) {
        Article article = offer.product().article();
        boolean weighed = article.unit() == Unit.GRAM;
        long step = weighed ? GRAM_STEP : 1;
        boolean orderable = open && offer.free() >= step;
        return new OfferCard(
                offer.id().toString(),
                article.name(),
                German.price(offer.price(), article.unit()),
                unitPrice(offer, article),
                deposit(article),
                badges(article),
                facts(article),
                weighed,
                step,
                offer.free() - offer.free() % step,
                weighed ? Math.min(500, offer.free() - offer.free() % step) : 1,
                orderable,
                stock(offer, article.unit(), open, orderable),
                inCart == 0 ? "" : German.quantity(article.unit(), inCart));
    }

    /** The same with another limit of the quantity. */
    OfferCard withMost(long other) {
        return new OfferCard(
                id, name, price, unitPrice, deposit, badges, facts, weighed, step, other, suggested,
                orderable, stock, inCart);
    }

    private static String unitPrice(OfferView offer, Article article) {
        Article.Content content = article.content();
        if (article.unit() == Unit.GRAM || content == null) {
            return "";
        }
        return UnitPrice.of(offer.price(), content.unit(), content.amount())
                .map(unit -> German.euros(unit.price()) + "/" + unit.content().baseUnit())
                .orElse("");
    }

    private static String deposit(Article article) {
        Article.Deposit deposit = article.deposit();
        return deposit == null
                ? ""
                : "zuzüglich "
                        + German.euros(deposit.amount())
                        + " Pfand ("
                        + deposit.kind().label()
                        + ")";
    }

    private static List<String> badges(Article article) {
        List<String> badges = new ArrayList<>();
        if (article.coldClass() != ColdClass.AMBIENT) {
            badges.add(article.coldClass().label());
        }
        if (article.ageLimit() > 0) {
            badges.add("ab " + article.ageLimit() + " Jahren");
        }
        if (article.organicCode() != null) {
            badges.add("Bio " + article.organicCode());
        }
        return badges;
    }

    private static List<Fact> facts(Article article) {
        List<Fact> facts = new ArrayList<>();
        if (article.ingredients() != null) {
            facts.add(new Fact("Zutaten", article.ingredients()));
        }
        if (article.allergens() != null) {
            facts.add(new Fact("Allergene", article.allergens()));
        }
        if (article.origin() != null) {
            facts.add(new Fact("Herkunft", article.origin()));
        }
        return facts;
    }

    private static String stock(OfferView offer, Unit unit, boolean open, boolean orderable) {
        if (!open) {
            return "Für diesen Tag ist der Bestellschluss vorbei.";
        }
        if (!orderable) {
            return "Ausverkauft.";
        }
        boolean few = unit == Unit.PIECE ? offer.free() <= FEW_PIECES : offer.free() <= 2000;
        return few ? "Nur noch " + German.quantity(unit, offer.free()) + " da." : "";
    }
}
