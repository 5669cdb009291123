package de.mobilermarktplatz.catalogue.store;

import static de.mobilermarktplatz.platform.database.Values.time;

import de.mobilermarktplatz.catalogue.Article;
import de.mobilermarktplatz.catalogue.Product;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.RegionId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The table {@code product}. */
@Component
public class ProductStore {

    private static final int CHUNK = 1000;
    private static final String SELECT =
            "SELECT " + ArticleRow.COLUMNS + " FROM product p WHERE p.region_id = :region";
    private static final String ORDER =
            " ORDER BY p.name COLLATE \"de-x-icu\", p.article_number, p.product_id";

    private static final String UPSERT =
            """
            INSERT INTO product (region_id, product_id, producer_id, article_number, name, gtin, unit, content_amount,
                content_unit, price_cents, vat_key, deposit_cents, deposit_kind, deposit_vat_key, cold_class, volume_ml,
                weight_g, age_limit, allergens, ingredients, origin, organic_code, day_quantity, van_quantity, changed_at)
            SELECT :region, r.product_id, :producer, r.article_number, r.name, r.gtin, r.unit, r.content_amount,
                r.content_unit, r.price_cents, r.vat_key, r.deposit_cents, r.deposit_kind, r.deposit_vat_key, r.cold_class,
                r.volume_ml, r.weight_g, r.age_limit, r.allergens, r.ingredients, r.origin, r.organic_code, r.day_quantity,
                r.van_quantity, :now
            FROM jsonb_to_recordset(:rows::jsonb) AS r (product_id uuid, article_number text, name text, gtin text,
                unit text, content_amount bigint, content_unit text, price_cents bigint, vat_key smallint,
                deposit_cents bigint, deposit_kind text, deposit_vat_key smallint, cold_class text, volume_ml int,
                weight_g int, age_limit smallint, allergens text, ingredients text, origin text, organic_code text,
                day_quantity bigint, van_quantity bigint)
            ON CONFLICT (region_id, product_id) DO UPDATE SET
                name = EXCLUDED.name, gtin = EXCLUDED.gtin, unit = EXCLUDED.unit,
                content_amount = EXCLUDED.content_amount, content_unit = EXCLUDED.content_unit,
                price_cents = EXCLUDED.price_cents, vat_key = EXCLUDED.vat_key,
                deposit_cents = EXCLUDED.deposit_cents, deposit_kind = EXCLUDED.deposit_kind,
                deposit_vat_key = EXCLUDED.deposit_vat_key, cold_class = EXCLUDED.cold_class,
                volume_ml = EXCLUDED.volume_ml, weight_g = EXCLUDED.weight_g, age_limit = EXCLUDED.age_limit,
                allergens = EXCLUDED.allergens, ingredients = EXCLUDED.ingredients, origin = EXCLUDED.origin,
                organic_code = EXCLUDED.organic_code, day_quantity = EXCLUDED.day_quantity,
                van_quantity = EXCLUDED.van_quantity, paused = false, version = product.version + 1,
                changed_at = EXCLUDED.changed_at
            """;

    private final DatabaseClient db;
    private final JsonMapper json;

    ProductStore(DatabaseClient db, JsonMapper json) {
        this.db = db;
        this.json = json;
    }

    public Flux<Product> ofProducer(RegionId region, ProducerId producer) {
        return db.sql(SELECT + " AND p.producer_id = :producer" + ORDER)
                .bind("region", region.value())
                .bind("producer", producer.value())
                .map(ArticleRow::product)
                .all();
    }

    public Flux<Product> all(RegionId region) {
        return db.sql(SELECT + ORDER).bind("region", region.value()).map(ArticleRow::product).all();
    }

    public Flux<Product> byIds(RegionId region, Collection<ProductId> products) {
        return db.sql(SELECT + " AND p.product_id = ANY (:products)" + ORDER)
                .bind("region", region.value())
                .bind("products", uuids(products))
                .map(ArticleRow::product)
                .all();
    }

    /**
     * Inserts new articles and overwrites known ones, which are offered again if they were paused.
     */
    public Mono<Void> put(
            RegionId region, ProducerId producer, Map<ProductId, Article> articles, Instant now) {
        return Flux.fromIterable(articles.entrySet())
                .map(entry -> ArticleRow.json(entry.getKey(), entry.getValue()))
                .buffer(CHUNK)
                .concatMap(
                        rows ->
                                db.sql(UPSERT)
                                        .bind("region", region.value())
                                        .bind("producer", producer.value())
                                        .bind("rows", json.writeValueAsString(rows))
                                        .bind("now", time(now))
                                        .then())
                .then();
    }

    /** Keeps the articles but offers them no more. */
    public Mono<Long> pause(RegionId region, Collection<ProductId> products, Instant now) {
        return db.sql(
                        """
                        UPDATE product SET paused = true, version = version + 1, changed_at = :now
                        WHERE region_id = :region AND product_id = ANY (:products) AND NOT paused
                        """)
                .bind("region", region.value())
                .bind("products", uuids(products))
                .bind("now", time(now))
                .fetch()
                .rowsUpdated();
    }

    static UUID[] uuids(Collection<ProductId> products) {
        List<UUID> values = products.stream().map(ProductId::value).toList();
        return values.toArray(UUID[]::new);
    }
}
