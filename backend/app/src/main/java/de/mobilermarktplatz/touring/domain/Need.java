package de.mobilermarktplatz.touring.domain;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Goods of one producer and one cold class: room and weight in the van, at least 0. */
public record Need(ProducerId producer, ColdClass coldClass, long millilitres, long grams) {

    private static final long PER_KILOGRAM = 1000;

    /**
     * @param amount pieces or grams, as the article is sold
     */
    public static Need of(ProducerId producer, Article article, long amount) {
        return new Need(
                producer,
                article.coldClass(),
                measure(article, article.volumeMillilitres(), amount),
                measure(article, article.weightGrams(), amount));
    }

    /** Whole millilitres or grams, rounded up so that a van is never overfull on paper. */
    static long measure(Article article, long each, long amount) {
        long product = Math.multiplyExact(each, amount);
        return article.unit() == Unit.PIECE ? product : Math.ceilDiv(product, PER_KILOGRAM);
    }

    /** One need for each producer and cold class, in the order they first come up. */
    public static List<Need> merge(Collection<Need> needs) {
        record Key(ProducerId producer, ColdClass coldClass) {}
        Map<Key, Need> merged = new LinkedHashMap<>();
        for (Need need : needs) {
            var _ = merged.merge(new Key(need.producer(), need.coldClass()), need, Need::plus);
        }
        return List.copyOf(merged.values());
    }

    private Need plus(Need other) {
        return new Need(
                producer,
                coldClass,
                Math.addExact(millilitres, other.millilitres),
                Math.addExact(grams, other.grams));
    }
}
