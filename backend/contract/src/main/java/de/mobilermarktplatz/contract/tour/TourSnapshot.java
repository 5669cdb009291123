package de.mobilermarktplatz.contract.tour;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.upload.Protocol;
import de.mobilermarktplatz.contract.wire.Deflate;
import de.mobilermarktplatz.contract.wire.Wire;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.vat.VatRate;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything a tablet needs for a tour without a network. The body of the response is the raw
 * DEFLATE of this record's CBOR.
 *
 * @param proto version, {@link Protocol#CURRENT}
 * @param catalogueVersion of the prices, for the grace period when they change
 * @param receiptHeader lines printed on every receipt: name, address, tax number
 * @param vanStock free stock to be loaded besides the pre-orders
 * @param heads newest sequence of each stream it was read at
 * @param requests open wishes of the office; null in snapshots older than this field
 */
public record TourSnapshot(
        int proto,
        TourId tour,
        long generation,
        LocalDate day,
        VanId van,
        String vanName,
        Instant serverTime,
        long catalogueVersion,
        List<String> receiptHeader,
        List<Visit> visits,
        List<TourOrder> orders,
        List<TourCrate> crates,
        List<PriceEntry> prices,
        List<DepositKind> depositKinds,
        List<StockItem> vanStock,
        List<VatRate> vatRates,
        Map<String, Long> heads,
        @Nullable List<TourRequest> requests) {

    /** The same tour with these open wishes. */
    public TourSnapshot asking(List<TourRequest> open) {
        return new TourSnapshot(
                proto,
                tour,
                generation,
                day,
                van,
                vanName,
                serverTime,
                catalogueVersion,
                receiptHeader,
                visits,
                orders,
                crates,
                prices,
                depositKinds,
                vanStock,
                vatRates,
                heads,
                open);
    }

    public byte[] encode() {
        return Deflate.compress(Wire.write(this));
    }

    /**
     * Reads a response body.
     *
     * @throws WireException if it is damaged or too long
     */
    public static TourSnapshot decode(byte[] body) {
        return Wire.read(Deflate.expand(body, 16 * Protocol.MOST_BATCH_BYTES), TourSnapshot.class);
    }
}
