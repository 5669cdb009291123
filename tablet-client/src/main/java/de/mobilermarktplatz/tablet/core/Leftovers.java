package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.List;

/** What the books say is still in the van, to be counted when it is unloaded. */
public record Leftovers(List<Item> items) {
    public Leftovers {
        items = List.copyOf(items);
    }

    /**
     * @param expected pieces or grams; negative when more was sold than loaded
     */
    public record Item(ProductId product, String text, Unit unit, long expected) {
        /** How {@link Command.Unload} names it. */
        public String scan() {
            return product.toString();
        }

        public String expectedText() {
            return Euro.amount(unit, expected);
        }
    }

    /** By the order of the price list. */
    public static Leftovers of(Aboard aboard) {
        return new Leftovers(
                aboard.tour().snapshot().prices().stream()
                        .filter(article -> aboard.state().aboard(article.product()) != 0)
                        .map(article -> item(article, aboard.state().aboard(article.product())))
                        .toList());
    }

    private static Item item(PriceEntry article, long expected) {
        return new Item(article.product(), article.text(), article.unit(), expected);
    }
}
