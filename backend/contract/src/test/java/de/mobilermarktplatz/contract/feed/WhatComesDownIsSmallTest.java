package de.mobilermarktplatz.contract.feed;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.ColdClass;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.TourOrderLine;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.code.Gtin;
import de.mobilermarktplatz.kernel.code.SpokenCode;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A slow line carries a whole tour in seconds: 400 articles, 150 pre-orders, invented. */
class WhatComesDownIsSmallTest {

    private static final LocalDate DAY = LocalDate.of(2026, 5, 4);
    private static final String[] KINDS = {
        "Apfelsaft naturtrüb",
        "Kartoffeln festkochend",
        "Honig Sommertracht",
        "Rohmilchkäse",
        "Bauernbrot",
        "Eier Freiland",
        "Leberwurst im Glas",
        "Erdbeermarmelade",
        "Rapsöl kaltgepresst",
        "Joghurt natur",
        "Möhren",
        "Salami luftgetrocknet",
        "Quark",
        "Zwiebeln",
        "Birnen Conference",
        "Dinkelmehl Type 630",
        "Kürbissuppe",
        "Ziegenkäse mild",
        "Rote Bete",
        "Landbier hell"
    };
    private static final String[] SIZES = {
        "250 g", "500 g", "1 kg", "0,7 l", "1 l", "10 Stück", ""
    };

    private final Random random = new Random(4);

    /** Made over three weeks, so that ids share little of their time. */
    private final AtomicLong millis =
            new AtomicLong(Instant.parse("2026-04-10T08:00:00Z").toEpochMilli());

    private final UuidV7 ids =
            new UuidV7(
                    () -> Instant.ofEpochMilli(millis.addAndGet(random.nextInt(5_000_000))),
                    random);
    private final TourId tour = new TourId(ids.next());
    private final List<PriceEntry> articles = articles();
    private final List<TourOrder> orders = orders();

    @Test
    void theFirstSnapshotOfATourTakesAtMostTwentyKilobytes() {
        List<Bytes> chunks = snapshot().chunks();
        int bytes = chunks.stream().mapToInt(Bytes::length).sum();
        System.out.printf(
                "first snapshot, 400 articles and 150 pre-orders: %,d bytes in %d chunks%n",
                bytes, chunks.size());
        assertThat(bytes).isLessThanOrEqualTo(20_000);
        List<StreamState> read = Snapshot.of(chunks).streams();
        assertThat(read).isEqualTo(snapshot().streams());
        assertThat(read.getLast().byKey())
                .hasSize(151)
                .containsEntry(
                        Items.order(orders.getFirst().order()), item(orders.getFirst(), false));
        assertThat(read.getFirst().byKey())
                .hasSize(400)
                .containsEntry(Items.price(articles.get(7).product()), bytes(articles.get(7)));
    }

    @Test
    void aDaysHundredChangesTakeAtMostTwoKilobytes() {
        List<FeedEntry> prices = new ArrayList<>();
        for (PriceEntry article : articles.subList(0, 50)) {
            prices.add(
                    FeedEntry.between(
                            Items.price(article.product()),
                            bytes(article),
                            bytes(withPrice(article, article.price().plus(Money.cents(10))))));
        }
        List<FeedEntry> changes = new ArrayList<>();
        for (TourOrder order : orders.subList(0, 25)) {
            changes.add(FeedEntry.between(Items.order(order.order()), item(order, false), null));
        }
        for (TourOrder order : orders.subList(25, 50)) {
            changes.add(
                    FeedEntry.between(
                            Items.order(order.order()), item(order, false), item(order, true)));
        }
        int bytes =
                new FeedReply(
                                1,
                                1,
                                Instant.parse("2026-05-04T08:15:31Z"),
                                List.of(
                                        news(Streams.catalogue(DAY), prices),
                                        news(Streams.tour(tour), changes)))
                        .encode()
                        .length;
        System.out.printf("day delta of 100 changes: %,d bytes%n", bytes);
        assertThat(bytes).isLessThanOrEqualTo(2_000);
    }

    private static StreamNews news(String stream, List<FeedEntry> entries) {
        return new StreamNews(
                stream,
                StreamVerdict.FINE,
                481,
                480 + entries.size(),
                StateHash.of(Map.of(stream, Bytes.ofHex("01"))),
                entries,
                false);
    }

    private Snapshot snapshot() {
        Map<String, Bytes> day = new TreeMap<>();
        articles.forEach(article -> day.put(Items.price(article.product()), bytes(article)));
        Map<String, Bytes> aboard = new TreeMap<>();
        orders.forEach(order -> aboard.put(Items.order(order.order()), item(order, false)));
        aboard.put(
                Items.STOCK,
                bytes(
                        new Items.Stock(
                                articles.subList(0, 60).stream()
                                        .map(a -> new StockItem(a.product(), a.unit(), 12))
                                        .toList())));
        return new Snapshot(
                List.of(
                        StreamState.of(Streams.catalogue(DAY), 480, day),
                        StreamState.of(Streams.tour(tour), 210, aboard)));
    }

    private List<PriceEntry> articles() {
        List<ProducerId> farms =
                IntStream.range(0, 25).mapToObj(i -> new ProducerId(ids.next())).toList();
        List<PriceEntry> all = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            // Each farm uploads its list at once; articles of one list have neighbouring ids.
            if (i % 16 != 0) {
                millis.addAndGet(-4_999_000);
            }
            boolean bottled = i % 9 == 0;
            all.add(
                    new PriceEntry(
                            new ProductId(ids.next()),
                            farms.get(i / 16),
                            (KINDS[random.nextInt(KINDS.length)]
                                            + " "
                                            + SIZES[random.nextInt(SIZES.length)])
                                    .strip(),
                            i % 3 == 0 ? gtin() : null,
                            Integer.toString(i % 16 + 1),
                            i % 7 == 0 ? Unit.GRAM : Unit.PIECE,
                            Money.cents(90 + random.nextInt(120) * 10),
                            VatKey.REDUCED,
                            bottled ? 3 : 0,
                            bottled ? Money.cents(15) : Money.ZERO,
                            bottled ? VatKey.GENERAL : VatKey.REDUCED,
                            0,
                            ColdClass.values()[i % 3]));
        }
        return all;
    }

    /** Random digits with the right check digit. */
    private Gtin gtin() {
        String digits = "40%010d".formatted(random.nextLong(10_000_000_000L));
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            sum += (digits.charAt(i) - '0') * (i % 2 == 0 ? 1 : 3);
        }
        return Gtin.parse(digits + (10 - sum % 10) % 10);
    }

    private List<TourOrder> orders() {
        List<CallId> calls = IntStream.range(0, 12).mapToObj(i -> new CallId(ids.next())).toList();
        List<TourOrder> all = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            List<TourOrderLine> lines = new ArrayList<>();
            for (int line = 1; line <= 1 + random.nextInt(5); line++) {
                PriceEntry article = articles.get(random.nextInt(articles.size()));
                long amount = article.unit() == Unit.PIECE ? 1 + random.nextInt(4) : 500;
                lines.add(
                        new TourOrderLine(
                                line,
                                article.product(),
                                article.unit(),
                                amount,
                                article.price(),
                                article.unit() == Unit.PIECE
                                        ? article.price().times(amount)
                                        : Money.cents(article.price().cents() / 2),
                                article.vatKey(),
                                article.depositEach(),
                                article.depositVatKey()));
            }
            SpokenCode code = SpokenCode.random(random);
            all.add(
                    new TourOrder(
                            new OrderId(ids.next()),
                            code.toString(),
                            calls.get(i % 12),
                            code,
                            (char) ('A' + random.nextInt(26))
                                    + ""
                                    + (char) ('A' + random.nextInt(26)),
                            i % 2 == 0,
                            Money.cents(i % 2 == 0 ? 0 : 1_000 + random.nextInt(2_000)),
                            lines));
        }
        return all;
    }

    private static Bytes item(TourOrder order, boolean done) {
        return bytes(
                new Items.OrderItem(
                        order,
                        done
                                ? order.lines().stream().map(TourOrderLine::lineNo).toList()
                                : List.of()));
    }

    private static PriceEntry withPrice(PriceEntry of, Money price) {
        return new PriceEntry(
                of.product(),
                of.producer(),
                of.text(),
                of.gtin(),
                of.code(),
                of.unit(),
                price,
                of.vatKey(),
                of.depositKind(),
                of.depositEach(),
                of.depositVatKey(),
                of.ageLimit(),
                of.coldClass());
    }

    private static Bytes bytes(Record item) {
        return Bytes.of(Wire.write(item));
    }
}
