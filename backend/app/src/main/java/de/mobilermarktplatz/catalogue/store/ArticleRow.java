package de.mobilermarktplatz.catalogue.store;

import static de.mobilermarktplatz.platform.database.Values.get;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.ColdClass;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.quantity.UnitPrice;
import de.mobilermarktplatz.kernel.vat.VatKey;
import io.r2dbc.spi.Readable;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A row of {@code product}, in both directions. */
final class ArticleRow {

    /** Columns that an article is read from, of the table named {@code p}. */
    static final String COLUMNS =
            """
            p.product_id, p.producer_id, p.article_number, p.name AS product_name, p.gtin, p.unit, p.content_amount,
            p.content_unit, p.price_cents AS product_price_cents, p.vat_key, p.deposit_cents, p.deposit_kind,
            p.deposit_vat_key, p.cold_class, p.volume_ml, p.weight_g, p.age_limit, p.allergens, p.ingredients, p.origin,
            p.organic_code, p.day_quantity, p.van_quantity AS product_van_quantity, p.paused
            """;

    private ArticleRow() {}

    static Product product(Readable row) {
        return new Product(
                new ProductId(get(row, "product_id", UUID.class)),
                new ProducerId(get(row, "producer_id", UUID.class)),
                article(row),
                get(row, "paused", Boolean.class));
    }

    private static Article article(Readable row) {
        String gtin = row.get("gtin", String.class);
        return new Article(
                get(row, "article_number", String.class),
                get(row, "product_name", String.class),
                gtin == null ? null : new Gtin(gtin),
                Unit.valueOf(get(row, "unit", String.class)),
                content(row),
                Money.cents(get(row, "product_price_cents", Long.class)),
                VatKey.ofCode(get(row, "vat_key", Integer.class)),
                deposit(row),
                ColdClass.valueOf(get(row, "cold_class", String.class)),
                row.get("allergens", String.class),
                row.get("ingredients", String.class),
                row.get("origin", String.class),
                row.get("organic_code", String.class),
                get(row, "age_limit", Integer.class),
                get(row, "weight_g", Integer.class),
                get(row, "volume_ml", Integer.class),
                get(row, "day_quantity", Long.class),
                get(row, "product_van_quantity", Long.class));
    }

    private static Article.@Nullable Content content(Readable row) {
        String unit = row.get("content_unit", String.class);
        return unit == null
                ? null
                : new Article.Content(
                        UnitPrice.Content.valueOf(unit), get(row, "content_amount", Long.class));
    }

    private static Article.@Nullable Deposit deposit(Readable row) {
        String kind = row.get("deposit_kind", String.class);
        return kind == null
                ? null
                : new Article.Deposit(
                        Article.Deposit.Kind.valueOf(kind),
                        Money.cents(get(row, "deposit_cents", Long.class)),
                        VatKey.ofCode(get(row, "deposit_vat_key", Integer.class)));
    }

    /** The article as one JSON object of a bulk statement, keyed by column. */
    static Map<String, @Nullable Object> json(ProductId id, Article article) {
        Article.Content content = article.content();
        Article.Deposit deposit = article.deposit();
        Gtin gtin = article.gtin();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("product_id", id.toString());
        row.put("article_number", article.number());
        row.put("name", article.name());
        row.put("gtin", gtin == null ? null : gtin.digits());
        row.put("unit", article.unit().name());
        row.put("content_amount", content == null ? null : content.amount());
        row.put("content_unit", content == null ? null : content.unit().name());
        row.put("price_cents", article.price().cents());
        row.put("vat_key", article.vatKey().code());
        row.put("deposit_cents", deposit == null ? 0 : deposit.amount().cents());
        row.put("deposit_kind", deposit == null ? null : deposit.kind().name());
        row.put("deposit_vat_key", deposit == null ? null : deposit.vatKey().code());
        row.put("cold_class", article.coldClass().name());
        row.put("volume_ml", article.volumeMillilitres());
        row.put("weight_g", article.weightGrams());
        row.put("age_limit", article.ageLimit());
        row.put("allergens", article.allergens());
        row.put("ingredients", article.ingredients());
        row.put("origin", article.origin());
        row.put("organic_code", article.organicCode());
        row.put("day_quantity", article.dayQuantity());
        row.put("van_quantity", article.vanQuantity());
        return row;
    }
}
