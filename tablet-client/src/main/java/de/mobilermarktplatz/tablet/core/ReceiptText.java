package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.CashMovement;
import de.mobilermarktplatz.contract.journal.Closing;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.ReceiptBody;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.SaleLine;
import de.mobilermarktplatz.contract.journal.TaxTotal;
import de.mobilermarktplatz.contract.journal.VoidReceipt;
import de.mobilermarktplatz.contract.tour.PriceEntry;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.OpId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.kernel.till.Tender;
import de.mobilermarktplatz.kernel.vat.VatKey;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the printer prints. Mandatory content: KassenSichV § 6; the mark of the missing TSE: AEAO §
 * 146a no. 7.2.
 */
public final class ReceiptText {
    static final int WIDTH = 42;

    private static final int CHAIN_BYTES = 8;

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm", Locale.GERMANY);

    private final Till till;
    private final Tour tour;
    private final LocalDate day;
    private final Bytes head;
    private final StringBuilder out = new StringBuilder();

    private ReceiptText(Till till, Tour tour, LocalDate day, Bytes head) {
        this.head = head;
        this.till = till;
        this.tour = tour;
        this.day = day;
    }

    /** A text with the number of its receipt, or 0 for a closing. */
    public record Printable(long number, String name, String text) {}

    /**
     * The text to issue with an entry, empty when nothing is printed for its kind. Operation, total
     * and the chain's end on paper are the entry's third copy: whoever deletes it later is at odds
     * with the paper.
     *
     * @param head chain head after the entry, 32 bytes
     */
    public static Optional<Printable> of(Till till, Tour tour, JournalEntry entry, Bytes head) {
        var day = entry.wall().atZone(till.zone()).toLocalDate();
        var printed = new ReceiptText(till, tour, day, head);
        return switch (entry.body()) {
            case ReceiptBody receipt ->
                    Optional.of(numbered(receipt.receiptNo(), printed.receipt(entry, receipt)));
            case CashMovement movement ->
                    Optional.of(numbered(movement.receiptNo(), printed.movement(entry, movement)));
            case Closing closing ->
                    Optional.of(
                            new Printable(
                                    0,
                                    "Z%04d".formatted(closing.zNumber()),
                                    printed.closing(entry, closing)));
            default -> Optional.empty();
        };
    }

    private static Printable numbered(long number, String text) {
        return new Printable(number, "%06d".formatted(number), text);
    }

    private String receipt(JournalEntry entry, ReceiptBody receipt) {
        head(entry, "Bon " + receipt.receiptNo());
        if (receipt instanceof VoidReceipt counter) {
            line("STORNO zu Bon " + counter.originalReceiptNo());
        }
        receipt.lines().forEach(this::sold);
        rule();
        pair("SUMME", Euro.of(receipt.total()));
        payments(receipt);
        rule();
        taxes(receipt.taxes());
        return foot(entry.opId());
    }

    private void payments(ReceiptBody receipt) {
        if (receipt instanceof Sale sale && sale.tendered().isPositive()) {
            pair("Bar gegeben", Euro.of(sale.tendered()));
            pair("Rückgeld", Euro.of(sale.change()));
            return;
        }
        for (var tender : receipt.payments()) {
            pair(
                    tender.amount().isNegative() ? "Bar ausgezahlt" : words(tender),
                    Euro.of(tender.amount()));
        }
    }

    private String movement(JournalEntry entry, CashMovement movement) {
        head(entry, "Bon " + movement.receiptNo());
        pair(
                switch (movement.kind()) {
                    case OPENING_FLOAT -> "Anfangsbestand";
                    case TRANSIT -> "Geldtransit";
                    case PAY_IN -> "Einzahlung";
                    case PAY_OUT -> "Auszahlung";
                    case DIFFERENCE -> "Kassendifferenz";
                },
                Euro.of(movement.amount()));
        return foot(entry.opId());
    }

    private String closing(JournalEntry entry, Closing closing) {
        head(entry, "Kassenabschluss Z " + closing.zNumber());
        pair("Belege", Long.toString(closing.receiptCount()));
        if (closing.receiptCount() > 0) {
            pair("von – bis", closing.firstReceipt() + " – " + closing.lastReceipt());
        }
        rule();
        taxes(closing.taxes());
        closing.payments().forEach(tender -> pair(words(tender), Euro.of(tender.amount())));
        rule();
        pair("Kasse Soll", Euro.of(closing.expectedCash()));
        pair("Kasse gezählt", Euro.of(closing.countedCash()));
        pair("Differenz", Euro.of(closing.difference()));
        return foot(entry.opId());
    }

    private void head(JournalEntry entry, String title) {
        tour.snapshot().receiptHeader().forEach(this::line);
        line(till.regionName());
        pair(title, "Kasse " + till.number());
        line(TIME.format(entry.wall().atZone(till.zone())));
        line("DEMO – keine zertifizierte TSE");
        rule();
    }

    private String foot(OpId op) {
        rule();
        line("Vorgang " + op);
        line("Kette " + head.first(CHAIN_BYTES).hex());
        line("DEMO – kein Beleg im Sinne der KassenSichV");
        return out.toString();
    }

    private void sold(SaleLine sold) {
        var name =
                sold.kind() == LineKind.DEPOSIT_RETURN
                        ? "Leergut zurück"
                        : sold.product() == null
                                ? "Rabatt"
                                : tour.price(sold.product())
                                        .map(PriceEntry::text)
                                        .orElse("Artikel");
        line(name);
        pair(
                "  " + Euro.amount(sold.unit(), sold.amount()) + " x " + price(sold),
                Euro.plain(sold.total()) + " " + letter(sold.vatKey()));
        if (!sold.depositTotal().isZero()) {
            pair(
                    "  Pfand " + sold.amount() + " x " + Euro.plain(sold.depositEach()),
                    Euro.plain(sold.depositTotal()) + " " + letter(sold.depositVatKey()));
        }
    }

    private static String price(SaleLine sold) {
        return Euro.plain(sold.unitPrice()) + (sold.unit() == Unit.GRAM ? " je kg" : "");
    }

    private void taxes(List<TaxTotal> taxes) {
        for (var tax : taxes) {
            var net = tax.gross().minus(tax.vat());
            pair(
                    letter(tax.key()) + " " + rate(tax.key()),
                    "netto "
                            + Euro.plain(net)
                            + " MwSt "
                            + Euro.plain(tax.vat())
                            + " = "
                            + Euro.plain(tax.gross()));
        }
    }

    private String rate(VatKey key) {
        int points = tour.rates().basisPoints(key, day);
        var percent = Money.cents(points).toString().replace('.', ',');
        return percent.replaceFirst(",?0{1,2}$", "") + " %";
    }

    /** The key's letter as it stands behind a line. */
    private static String letter(VatKey key) {
        return Character.toString('A' + key.slot() - 1);
    }

    private static String words(Tender tender) {
        return switch (tender.kind()) {
            case CASH -> "Bar";
            case CARD -> "Karte";
            case PREPAID -> "Vorkasse";
            case ACCOUNT -> "Kundenkonto";
        };
    }

    private void line(String text) {
        out.append(text).append('\n');
    }

    private void rule() {
        line("-".repeat(WIDTH));
    }

    private void pair(String left, String right) {
        int gap = Math.max(1, WIDTH - left.length() - right.length());
        line(left + " ".repeat(gap) + right);
    }
}
