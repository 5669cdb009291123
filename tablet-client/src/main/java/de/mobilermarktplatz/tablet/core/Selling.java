package de.mobilermarktplatz.tablet.core;

import de.mobilermarktplatz.contract.journal.Abort;
import de.mobilermarktplatz.contract.journal.AbortReason;
import de.mobilermarktplatz.contract.journal.DepositReturn;
import de.mobilermarktplatz.contract.journal.EntryBody;
import de.mobilermarktplatz.contract.journal.Sale;
import de.mobilermarktplatz.contract.journal.SaleLine;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.quantity.Unit;
import de.mobilermarktplatz.kernel.till.Basket;
import de.mobilermarktplatz.kernel.till.LineKind;
import de.mobilermarktplatz.kernel.till.Receipt;
import de.mobilermarktplatz.tablet.core.Decision.Accepted;
import de.mobilermarktplatz.tablet.core.Decision.Refused;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The basket and its receipt. */
public final class Selling {
    /** Pieces or grams in one line: a typing error, not a sale, is beyond it. */
    static final long MOST_AMOUNT = 100_000;

    /** What somebody may give beyond the total before it looks like a typing error. */
    private static final Money MOST_CHANGE = Money.euros(500, 0);

    private Selling() {}

    /** A basket line for what was scanned, or why not. */
    public sealed interface Scanned {
        record Line(DraftLine line) implements Scanned {}

        record No(String sentence) implements Scanned {}
    }

    public static Scanned scan(Aboard aboard, Command.Scan scan) {
        var article = aboard.tour().article(scan.scanned());
        if (article.isEmpty()) {
            return new Scanned.No(unknownArticle(scan.scanned()));
        }
        var product = article.get().product();
        long inBasket =
                aboard.state().basket().stream()
                        .filter(DraftLine.Goods.class::isInstance)
                        .map(DraftLine.Goods.class::cast)
                        .filter(line -> line.product().equals(product))
                        .mapToLong(DraftLine.Goods::amount)
                        .sum();
        return bounded(
                aboard, new DraftLine.Goods(product, scan.amount()), inBasket, scan.amount());
    }

    public static Scanned bottles(Aboard aboard, Command.BottlesBack back) {
        var kind = aboard.tour().depositKind(back.kind());
        if (kind.isEmpty()) {
            return new Scanned.No("Die Pfandart " + back.kind() + " ist nicht bekannt.");
        }
        var line = new DraftLine.BottlesBack(Integer.toString(kind.get().number()), back.pieces());
        long inBasket =
                aboard.state().basket().stream()
                        .filter(DraftLine.BottlesBack.class::isInstance)
                        .map(DraftLine.BottlesBack.class::cast)
                        .filter(other -> other.kind().equals(line.kind()))
                        .mapToLong(DraftLine.BottlesBack::amount)
                        .sum();
        return bounded(aboard, line, inBasket, back.pieces());
    }

    private static Scanned bounded(Aboard aboard, DraftLine line, long inBasket, long more) {
        if (more == 0 || Math.abs(more) > MOST_AMOUNT || inBasket + more > MOST_AMOUNT) {
            return new Scanned.No("Die Menge " + more + " geht nicht: 1 bis " + MOST_AMOUNT + ".");
        }
        if (inBasket + more < 0) {
            return new Scanned.No(
                    "Im Korb sind nur " + inBasket + ": so viel kann nicht zurückgenommen werden.");
        }
        if (aboard.state().basket().size() >= OpenBasket.MOST_SCANS) {
            return new Scanned.No("Der Korb ist voll. Bitte zuerst kassieren.");
        }
        return new Scanned.Line(line);
    }

    static String unknownArticle(String scanned) {
        return "Den Artikel " + scanned + " gibt es in der Preisliste dieser Tour nicht.";
    }

    /** Figures of the open basket for the screen. */
    public static Map<String, Object> basket(Aboard aboard) {
        var basket = priced(aboard);
        return Map.of("lines", basket.lines().size(), "totalCents", basket.total().cents());
    }

    static Decision pay(Aboard aboard, Command.Pay pay) {
        var basket = priced(aboard);
        if (basket.isEmpty()) {
            return new Refused("Der Korb ist leer.");
        }
        var money = refuseMoney(basket.total(), pay.tendered());
        if (money != null) {
            return money;
        }
        int limit = OpenBasket.ageLimit(basket, aboard.tour());
        var blocked = AgeQuestion.block(limit, pay.age(), null);
        if (blocked.isPresent()) {
            return blocked.get();
        }
        var receipt = receipt(aboard, basket, pay.tendered());
        var steps = new ArrayList<>(AgeQuestion.noted(limit, pay.age(), null));
        var body = body(aboard, receipt);
        steps.add(place -> body);
        return new Accepted(steps, answer(aboard, receipt), stockHints(aboard, basket));
    }

    /** Empties without a purchase are a receipt of their own kind. */
    private static EntryBody body(Aboard aboard, Receipt receipt) {
        boolean goods = receipt.lines().stream().anyMatch(line -> line.kind() == LineKind.GOODS);
        return goods
                ? sale(aboard, null, receipt)
                : DepositReturn.of(
                        aboard.nextReceipt(),
                        aboard.tour().snapshot().tour(),
                        aboard.call(),
                        receipt,
                        aboard.openMillis(),
                        null);
    }

    static Receipt receipt(Aboard aboard, Basket basket, Money tendered) {
        return Receipt.cash(basket, aboard.tour().rates(), aboard.today(), tendered);
    }

    static Sale sale(Aboard aboard, @Nullable OrderId order, Receipt receipt) {
        return Sale.of(
                aboard.nextReceipt(),
                aboard.tour().snapshot().tour(),
                aboard.call(),
                order,
                receipt,
                order == null ? aboard.openMillis() : 0,
                null);
    }

    private static Basket priced(Aboard aboard) {
        return OpenBasket.priced(aboard.state().basket(), aboard.tour());
    }

    static Map<String, Object> answer(Aboard aboard, Receipt receipt) {
        return Map.of(
                "receiptNo",
                aboard.nextReceipt(),
                "totalCents",
                receipt.total().cents(),
                "changeCents",
                receipt.change().cents());
    }

    static @Nullable Decision refuseMoney(Money total, Money tendered) {
        if (tendered.isNegative() || tendered.compareTo(total) < 0) {
            return new Refused(
                    "Zu zahlen sind "
                            + Euro.of(total)
                            + ", gegeben wurden "
                            + Euro.of(tendered)
                            + ". Bitte den Betrag prüfen.");
        }
        if (tendered.minus(total.max(Money.ZERO)).compareTo(MOST_CHANGE) > 0) {
            return new Refused(
                    "Gegeben "
                            + Euro.of(tendered)
                            + " für "
                            + Euro.of(total)
                            + ": das sieht nach einem Tippfehler aus.");
        }
        return null;
    }

    /** Goods in the hand are always sold; the books may be behind, so say it. */
    static List<String> stockHints(Aboard aboard, Basket basket) {
        var hints = new ArrayList<String>();
        for (var line : basket.lines()) {
            if (line.product() == null) {
                continue;
            }
            long left = aboard.state().aboard(line.product()) - line.quantity().amount();
            long reserved = aboard.reserved(line.product());
            var name = "„" + aboard.text(line.product()) + "“";
            if (left < 0) {
                hints.add(
                        "Von "
                                + name
                                + " sind jetzt "
                                + amount(line.quantity().unit(), left)
                                + " an Bord. Bitte beim Abladen nachzählen.");
            } else if (left < reserved) {
                hints.add(
                        "Von "
                                + name
                                + " sind noch "
                                + amount(line.quantity().unit(), left)
                                + " an Bord, aber "
                                + amount(line.quantity().unit(), reserved)
                                + " bestellt.");
            }
        }
        return hints;
    }

    private static String amount(Unit unit, long amount) {
        return Euro.amount(unit, amount);
    }

    static Decision abort(Aboard aboard, AbortReason reason) {
        if (aboard.state().basket().isEmpty()) {
            return new Refused("Es ist kein Korb offen.");
        }
        return Decision.accept(abortion(aboard, reason), Map.of("aborted", true));
    }

    /** The open basket as the aborted process it became (AVBelegabbruch). */
    static Abort abortion(Aboard aboard, AbortReason reason) {
        return new Abort(
                aboard.tour().snapshot().tour(),
                aboard.call(),
                reason,
                SaleLine.of(priced(aboard).lines()),
                aboard.openMillis(),
                null);
    }
}
