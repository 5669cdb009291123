package de.mobilermarktplatz.contract.feed;

import de.mobilermarktplatz.contract.journal.StockItem;
import de.mobilermarktplatz.contract.tour.DepositKind;
import de.mobilermarktplatz.contract.tour.TourOrder;
import de.mobilermarktplatz.contract.tour.Visit;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.FactId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.kernel.id.VanId;
import de.mobilermarktplatz.kernel.vat.VatRate;
import java.time.LocalDate;
import java.util.List;

/**
 * Keys and values of items. A key that a tablet does not know is kept and otherwise left alone, so
 * new kinds of items need no new protocol.
 */
public final class Items {

    /** {@link Header} of a tour. */
    public static final String HEADER = "header";

    /** {@link Visits} of a tour. */
    public static final String VISITS = "visits";

    /** {@link Stock} of a tour. */
    public static final String STOCK = "stock";

    /** {@link Rates}, in {@code cfg}. */
    public static final String RATES = "rates";

    /** {@link Texts} that every receipt begins with, in {@code cfg}. */
    public static final String RECEIPT = "receipt";

    /** {@link Empties}, in {@code cfg}. */
    public static final String EMPTIES = "empties";

    /** {@link Versions}, in {@code cfg}. */
    public static final String VERSIONS = "versions";

    static final String ORDERS = "order:";
    static final String CRATES = "crate:";
    static final String PRICES = "price:";
    static final String REQUESTS = "request:";

    private Items() {}

    /** {@link OrderItem}. */
    public static String order(OrderId order) {
        return ORDERS + order;
    }

    /** {@link de.mobilermarktplatz.contract.tour.TourCrate}. */
    public static String crate(CrateId crate) {
        return CRATES + crate;
    }

    /** {@link de.mobilermarktplatz.contract.tour.PriceEntry}, in {@code cat:…}. */
    public static String price(ProductId product) {
        return PRICES + product;
    }

    /** {@link Applied}: how far a journal's entries are in the items of this tour. */
    public static String applied(JournalId journal) {
        return "applied:" + journal;
    }

    /** {@link ServerKey}, in {@code cfg}. */
    public static String serverKey(int kid) {
        return "key:" + kid;
    }

    /** {@link de.mobilermarktplatz.contract.tour.TourRequest}, while it waits for its verdict. */
    public static String request(FactId request) {
        return REQUESTS + request;
    }

    public static boolean isRequest(String key) {
        return key.startsWith(REQUESTS);
    }

    public static boolean isOrder(String key) {
        return key.startsWith(ORDERS);
    }

    public static boolean isCrate(String key) {
        return key.startsWith(CRATES);
    }

    public static boolean isPrice(String key) {
        return key.startsWith(PRICES);
    }

    /**
     * @param generation of the tour's lease
     */
    public record Header(TourId tour, long generation, LocalDate day, VanId van, String vanName) {}

    public record Visits(List<Visit> visits) {}

    public record Stock(List<StockItem> goods) {}

    /**
     * @param order with all its lines
     * @param done numbers of the lines that were handed over, refused or not collected
     */
    public record OrderItem(TourOrder order, List<Integer> done) {}

    /**
     * @param upTo last sequence of the journal that the items contain
     */
    public record Applied(long upTo) {}

    public record Rates(List<VatRate> rows) {}

    public record Texts(List<String> lines) {}

    public record Empties(List<DepositKind> kinds) {}

    /** Protocol versions that the server speaks. */
    public record Versions(int oldest, int current) {}

    /**
     * @param key Ed25519, 32 bytes
     */
    public record ServerKey(int kid, Bytes key) {}
}
