package de.mobilermarktplatz.bench;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.TseSignature;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Quantity;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.BasketLine;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/** A van's day of cash sales, 1 to 5 lines each, as a tablet writes them. */
final class SaleMaker {

    private static final Instant MORNING = Instant.parse("2026-05-04T07:00:00Z");
    private static final int PRODUCTS = 60;

    private final Random random;
    private Instant now = MORNING;
    private final UuidV7 ids;
    private final UuidV7 opIds;
    private final List<BasketLine> catalogue;
    private final TourId tour;
    private final BootId boot;
    private final boolean fiscal;
    private CallId call;
    private Money sold = Money.ZERO;
    private long lines;

    SaleMaker(Random random, TourId tour, boolean fiscal) {
        this.random = random;
        this.tour = tour;
        this.fiscal = fiscal;
        this.ids = new UuidV7(() -> now, random);
        this.opIds = UuidV7.packable(() -> now, random);
        this.catalogue = Stream.generate(this::product).limit(PRODUCTS).toList();
        this.boot = new BootId(ids.next());
        this.call = new CallId(ids.next());
    }

    /** Total of everything made so far. */
    Money sold() {
        return sold;
    }

    long lines() {
        return lines;
    }

    byte[] sale(long number) {
        now = now.plusMillis(35_000 + random.nextInt(120_000));
        if (number % 17 == 0) {
            call = new CallId(ids.next());
        }
        Basket basket = Basket.EMPTY;
        int count = 1 + random.nextInt(5);
        for (int line = 0; line < count; line++) {
            basket = basket.plus(bought());
        }
        Money tendered = Money.cents(Math.ceilDiv(basket.total().cents(), 500) * 500);
        Receipt receipt =
                Receipt.cash(basket, VatRates.german(), LocalDate.of(2026, 5, 4), tendered);
        Sale sale =
                Sale.of(
                        number,
                        tour,
                        call,
                        null,
                        receipt,
                        5_000 + random.nextInt(60_000),
                        fiscal ? signature(number) : null);
        sold = sold.plus(sale.total());
        lines += sale.lines().size();
        long mono = now.toEpochMilli() - MORNING.toEpochMilli() + 600_000;
        return EntryCodec.encode(
                JournalEntry.of(number, new OpId(opIds.next()), 1, now, mono, boot, 0, sale));
    }

    private TseSignature signature(long number) {
        byte[] random96 = new byte[96];
        random.nextBytes(random96);
        long second = now.getEpochSecond();
        return new TseSignature(number, 2 * number, second - 30, second, Bytes.of(random96));
    }

    private BasketLine product() {
        ProductId id = new ProductId(ids.next());
        Money price = Money.cents(99 + 10L * random.nextInt(120));
        VatKey key = random.nextInt(4) == 0 ? VatKey.GENERAL : VatKey.REDUCED;
        Quantity quantity = random.nextInt(4) == 0 ? Quantity.grams(1) : Quantity.pieces(1);
        return BasketLine.goods(id, "Artikel", quantity, price, key);
    }

    /** Few products make most of the sales: the smaller of two dice. */
    private BasketLine bought() {
        BasketLine product =
                catalogue.get(Math.min(random.nextInt(PRODUCTS), random.nextInt(PRODUCTS)));
        return switch (product.quantity().unit()) {
            case PIECE -> product.withQuantity(Quantity.pieces(1 + random.nextInt(3)));
            case GRAM -> product.withQuantity(Quantity.grams(100 + random.nextInt(900)));
        };
    }
}
