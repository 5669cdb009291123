package de.mobilermarktplatz.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.IntStream;

/**
 * A county as busy as the sample one on a market day a week ahead: 10 producers, 150 articles, 40
 * calls, and so much of everything that nothing ever sells out.
 */
record BusyCounty(UUID id, String slug, LocalDate day, List<UUID> calls, List<UUID> offers) {

    static final int PRODUCERS = 10;
    static final int ARTICLES = 150;
    static final int CALLS = 40;
    static final long PLENTY = 1_000_000_000_000L;

    private static final String[] COLD = {
        "AMBIENT", "CHILLED", "AMBIENT", "CHILLED", "AMBIENT", "AMBIENT", "FROZEN"
    };

    /**
     * @param owner connection of the tables' owner; works for this county from now on
     */
    static BusyCounty fill(Connection owner, String slug, LocalDate today, long seed)
            throws SQLException {
        SplittableRandom random = new SplittableRandom(seed);
        BusyCounty county =
                new BusyCounty(
                        uuid(random), slug, today.plusDays(8), uuids(random), offers(random));
        Filler filler = new Filler(owner, county.id);
        filler.run("INSERT INTO region VALUES (?, ?, 'Messkreis', 'Europe/Berlin', true)", slug);
        filler.in(county.id);
        filler.run("INSERT INTO municipality VALUES (?, '15089001', 'Bernburg')");
        filler.run(
                "INSERT INTO place VALUES (?, 'p', '15089001', 'Peißen', '06408', 51760000, 11790000)");
        filler.run("INSERT INTO market_day VALUES (?, ?, 'OPEN')", county.day);
        filler.run("INSERT INTO offer_day VALUES (?, ?, now())", county.day);
        for (int i = 0; i < CALLS; i++) {
            call(filler, county, i, uuid(random));
        }
        List<UUID> producers = IntStream.range(0, PRODUCERS).mapToObj(i -> uuid(random)).toList();
        for (int i = 0; i < PRODUCERS; i++) {
            filler.run(
                    "INSERT INTO producer (region_id, producer_id, name, lat_e6, lon_e6, cutoff_days, cutoff_time,"
                            + " pickup_from, pickup_to, sale_model, tax_status, created_at) VALUES (?, ?, ?,"
                            + " 51760000, 11790000, 2, '18:00', '06:00', '09:00', 'COMMISSION', 'STANDARD', now())",
                    producers.get(i),
                    "Musterhof " + i);
        }
        for (int i = 0; i < ARTICLES; i++) {
            article(filler, county, i, producers.get(i % PRODUCERS), uuid(random));
        }
        filler.run("ANALYZE");
        return county;
    }

    /** Three different offers. */
    List<UUID> basket(SplittableRandom random) {
        List<UUID> chosen = new ArrayList<>(3);
        while (chosen.size() < 3) {
            UUID offer = offers.get(random.nextInt(offers.size()));
            if (!chosen.contains(offer)) {
                chosen.add(offer);
            }
        }
        return chosen;
    }

    UUID call(SplittableRandom random) {
        return calls.get(random.nextInt(calls.size()));
    }

    private static void call(Filler filler, BusyCounty county, int i, UUID stop)
            throws SQLException {
        filler.run(
                "INSERT INTO stop VALUES (?, ?, ?, ?, 'p', 51760000, 11790000, true)",
                stop,
                "halt-" + i,
                "Peißen, Dorfplatz " + i);
        filler.run(
                "INSERT INTO call (region_id, call_id, stop_id, market_day, window_from, window_to, state)"
                        + " VALUES (?, ?, ?, ?, '10:00', '10:30', 'PUBLISHED')",
                county.calls.get(i),
                stop,
                county.day);
        for (String cold : List.of("AMBIENT", "CHILLED", "FROZEN")) {
            filler.run(
                    "INSERT INTO call_capacity VALUES (?, ?, ?, " + PLENTY + ", " + PLENTY + ")",
                    county.calls.get(i),
                    cold);
        }
    }

    private static void article(
            Filler filler, BusyCounty county, int i, UUID producer, UUID product)
            throws SQLException {
        filler.run(
                "INSERT INTO product (region_id, product_id, producer_id, article_number, name, unit, price_cents,"
                        + " content_amount, content_unit, vat_key, cold_class, volume_ml, weight_g, day_quantity,"
                        + " van_quantity, allergens, ingredients, origin, changed_at) VALUES (?, ?, ?, ?, ?, 'PIECE',"
                        + " ?, 500, 'GRAM', 2, ?, 800, 500, "
                        + PLENTY
                        + ", 0, 'keine', 'Kartoffeln, Salz', 'Salzlandkreis', now())",
                product,
                producer,
                Integer.toString(i),
                "Artikel " + i,
                150L + i,
                COLD[i % COLD.length]);
        filler.run(
                "INSERT INTO offer (region_id, offer_id, product_id, producer_id, market_day, price_cents, offered,"
                        + " free, van_quantity) VALUES (?, ?, ?, ?, ?, ?, "
                        + PLENTY
                        + ", "
                        + PLENTY
                        + ", 0)",
                county.offers.get(i),
                product,
                producer,
                county.day,
                150L + i);
    }

    private static List<UUID> uuids(SplittableRandom random) {
        return IntStream.range(0, CALLS).mapToObj(i -> uuid(random)).toList();
    }

    private static List<UUID> offers(SplittableRandom random) {
        return IntStream.range(0, ARTICLES).mapToObj(i -> uuid(random)).toList();
    }

    private static UUID uuid(SplittableRandom random) {
        return new UUID(random.nextLong() & ~0xf000L | 0x4000L, random.nextLong() >>> 2 | 1L << 63);
    }

    /** Runs statements whose first parameter is the county's id. */
    private record Filler(Connection owner, UUID county) {

        void in(UUID region) throws SQLException {
            try (PreparedStatement set =
                    owner.prepareStatement("SELECT set_config('app.region', ?, false)")) {
                set.setString(1, region.toString());
                set.execute();
            }
        }

        void run(String sql, Object... values) throws SQLException {
            try (PreparedStatement statement = owner.prepareStatement(sql)) {
                if (sql.contains("?")) {
                    statement.setObject(1, county);
                }
                for (int i = 0; i < values.length; i++) {
                    statement.setObject(i + 2, values[i]);
                }
                statement.execute();
            }
        }
    }
}
