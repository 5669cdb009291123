package de.mobilermarktplatz.contract.upload;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.Sale;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * A village sends over 64 kbit/s: what a sale weighs on the wire decides how long the van waits for
 * its receipt.
 */
class SaleSizeTest {

    private static final int SALES = 50;
    private static final int PRODUCTS = 60;
    private static final Instant MORNING = Instant.parse("2026-05-04T07:00:00Z");

    private final Random random = new Random(42);
    private Instant now = MORNING.minusSeconds(30L * 86_400);
    private final UuidV7 ids = new UuidV7(() -> now, random);
    private final UuidV7 opIds = UuidV7.packable(() -> now, random);
    private final List<BasketLine> catalogue =
            Stream.generate(this::product).limit(PRODUCTS).toList();
    private final TourId tour = new TourId(ids.next());
    private final BootId boot = new BootId(ids.next());
    private CallId call = new CallId(ids.next());

    @Test
    void aSaleTakesAtMost60BytesInABatchOf50() {
        now = MORNING;
        List<Bytes> entries = new ArrayList<>();
        int lines = 0;
        for (int i = 1; i <= SALES; i++) {
            if (i % 17 == 0) {
                call = new CallId(ids.next());
            }
            JournalEntry entry = sale(i);
            lines += ((Sale) entry.body()).lines().size();
            entries.add(Bytes.of(EntryCodec.encode(entry)));
        }
        byte[] signature = new byte[64];
        random.nextBytes(signature);
        Bytes prev = Bytes.of(signature).first(8);
        UploadBatch batch = new UploadBatch(1, 3, 1_001, prev, entries, Bytes.of(signature), null);

        byte[] packed = batch.encode();

        int plain = entries.stream().mapToInt(Bytes::length).sum();
        System.out.printf(
                "%d sales with %.2f lines each: %.1f bytes plain, %.1f bytes packed per sale%n",
                SALES,
                (double) lines / SALES,
                (double) plain / SALES,
                (double) packed.length / SALES);
        assertThat(packed.length).isLessThanOrEqualTo(60 * SALES);
        assertThat(UploadBatch.decode(packed)).isEqualTo(batch);
    }

    private BasketLine product() {
        now = now.plusMillis(random.nextInt(3));
        ProductId id = new ProductId(ids.next());
        Money price = Money.cents(99 + 10L * random.nextInt(120));
        VatKey key = random.nextInt(4) == 0 ? VatKey.GENERAL : VatKey.REDUCED;
        Quantity quantity = random.nextInt(4) == 0 ? Quantity.grams(1) : Quantity.pieces(1);
        return BasketLine.goods(id, "Artikel", quantity, price, key);
    }

    private JournalEntry sale(int number) {
        now = now.plusMillis(35_000 + random.nextInt(120_000));
        Basket basket = Basket.EMPTY;
        int lines = 1 + random.nextInt(5);
        for (int line = 0; line < lines; line++) {
            basket = basket.plus(bought());
        }
        Money tendered = Money.cents(Math.ceilDiv(basket.total().cents(), 500) * 500);
        Receipt receipt =
                Receipt.cash(basket, VatRates.german(), LocalDate.of(2026, 5, 4), tendered);
        Sale sale =
                Sale.of(
                        1_000 + number,
                        tour,
                        call,
                        null,
                        receipt,
                        5_000 + random.nextInt(60_000),
                        null);
        long mono = now.toEpochMilli() - MORNING.toEpochMilli() + 600_000;
        return JournalEntry.of(1_000 + number, new OpId(opIds.next()), 1, now, mono, boot, 3, sale);
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
