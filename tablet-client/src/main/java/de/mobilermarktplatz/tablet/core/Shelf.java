package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.text.Collator;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be sold from the van right now.
 *
 * @param items by name, as German sorts
 */
public record Shelf(List<Item> items) {
    public Shelf {
        items = List.copyOf(items);
    }

    /**
     * An article with what is left of it.
     *
     * @param code short number, null if there is none
     * @param price per piece or per kilogram
     * @param aboard pieces or grams in the van, less what lies in the basket; may be negative
     * @param free of these not kept for orders; may be negative
     * @param ageLimit years, 0 for none
     */
    public record Item(
            ProductId product,
            String text,
            @Nullable String code,
            Unit unit,
            Money price,
            Money depositEach,
            int ageLimit,
            long aboard,
            long free) {

        /** What to scan to sell it. */
        public String scan() {
            return product.toString();
        }

        /** {@code 1,20 €} or {@code 21,90 €/kg}. */
        public String priceText() {
            return Euro.of(price) + (unit == Unit.GRAM ? "/kg" : "");
        }

        /** {@code noch 12}, {@code noch 1,250 kg} or {@code nichts mehr frei}. */
        public String leftText() {
            return free > 0 ? "noch " + Euro.amount(unit, free) : "nichts mehr frei";
        }
    }

    public static Shelf of(Aboard aboard) {
        var inBasket = inBasket(aboard.state().basket());
        var reserved = aboard.reserved();
        var german = Collator.getInstance(Locale.GERMAN);
        return new Shelf(
                aboard.tour().snapshot().prices().stream()
                        .map(
                                article ->
                                        item(
                                                article,
                                                aboard.state().aboard(article.product())
                                                        - inBasket.getOrDefault(
                                                                article.product(), 0L),
                                                reserved.getOrDefault(article.product(), 0L)))
                        .sorted(Comparator.comparing(Item::text, german::compare))
                        .toList());
    }

    private static Item item(PriceEntry article, long aboard, long reserved) {
        return new Item(
                article.product(),
                article.text(),
                article.code(),
                article.unit(),
                article.price(),
                article.depositEach(),
                article.ageLimit(),
                aboard,
                aboard - reserved);
    }

    private static Map<ProductId, Long> inBasket(List<DraftLine> basket) {
        var sums = new HashMap<ProductId, Long>();
        for (var line : basket) {
            if (line instanceof DraftLine.Goods goods) {
                sums.merge(goods.product(), goods.amount(), Math::addExact);
            }
        }
        return sums;
    }

    public Optional<Item> item(ProductId product) {
        return items.stream().filter(item -> item.product().equals(product)).findFirst();
    }

    /**
     * Articles whose name holds every typed word, beginnings of words first; an exact short code
     * comes before all.
     *
     * @param typed in any case; umlauts may be left out
     */
    public List<Item> search(String typed) {
        var words = Arrays.stream(folded(typed).split(" ")).filter(w -> !w.isEmpty()).toList();
        if (words.isEmpty()) {
            return List.of();
        }
        var found = new ArrayList<>(items.stream().filter(item -> matches(item, words)).toList());
        found.sort(Comparator.comparing(item -> !folded(item.text()).startsWith(words.getFirst())));
        var code = items.stream().filter(item -> typed.strip().equals(item.code())).findFirst();
        code.ifPresent(
                item -> {
                    found.remove(item);
                    found.addFirst(item);
                });
        return List.copyOf(found);
    }

    private static boolean matches(Item item, List<String> words) {
        var name = " " + folded(item.text());
        return words.stream().allMatch(name::contains);
    }

    private static String folded(String text) {
        return Normalizer.normalize(text.toLowerCase(Locale.GERMAN), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ß", "ss")
                .replaceAll("[^a-z0-9]+", " ")
                .strip();
    }
}
