package de.mobilermarktplatz.kernel.till;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatShare;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The string of processType {@code Kassenbeleg-V1} (DSFinV-K 2.4, annex I): {@code
 * type^slots^payments}. Slots are gross sums by the slot of the VAT key, payments are summed by Bar
 * and Unbar and currency.
 */
public final class KassenbelegV1 {

    public static final String PROCESS_TYPE = "Kassenbeleg-V1";

    private static final int SLOTS = 5;

    /**
     * Vorgangstyp; {@code AVBelegstorno} is missing because it cannot be used with a security
     * module.
     */
    @SuppressWarnings("JavaCase") // The constants are the words of the standard.
    public enum Type {
        Beleg,
        AVTransfer,
        AVBestellung,
        AVTraining,
        AVBelegabbruch,
        AVSachbezug,
        AVRechnung,
        AVSonstige
    }

    /**
     * A payment in a currency.
     *
     * @param amount in hundredths of that currency
     * @param currency ISO 4217
     */
    public record Paid(boolean cash, String currency, Money amount) {

        static Paid of(Tender tender) {
            return new Paid(tender.kind() == TenderKind.CASH, "EUR", tender.amount());
        }

        private String label() {
            return (cash ? "Bar" : "Unbar") + (currency.equals("EUR") ? "" : ":" + currency);
        }
    }

    private KassenbelegV1() {}

    /** The string for payments in euros. */
    public static String processData(Type type, List<VatShare> shares, List<Tender> payments) {
        return processDataIn(type, shares, payments.stream().map(Paid::of).toList());
    }

    /**
     * The string for payments in any currency. Cash stands first, euros before others, others by
     * name.
     */
    public static String processDataIn(Type type, List<VatShare> shares, List<Paid> payments) {
        Money[] slots = new Money[SLOTS];
        Arrays.fill(slots, Money.ZERO);
        for (VatShare share : shares) {
            int index = share.key().slot() - 1;
            slots[index] = slots[index].plus(share.gross());
        }
        String slotText =
                Arrays.stream(slots).map(Money::toString).collect(Collectors.joining("_"));
        return type + "^" + slotText + "^" + paymentText(payments);
    }

    /** The string of a basket that came to nothing. */
    public static String aborted() {
        return processData(Type.AVBelegabbruch, List.of(), List.of());
    }

    private static String paymentText(List<Paid> payments) {
        Comparator<Paid> order =
                Comparator.comparing((Paid paid) -> !paid.cash())
                        .thenComparing(paid -> !paid.currency().equals("EUR"))
                        .thenComparing(Paid::currency);
        Map<Paid, Money> sums = new TreeMap<>(order);
        payments.forEach(paid -> sums.merge(paid, paid.amount(), Money::plus));
        return sums.entrySet().stream()
                .filter(sum -> !sum.getValue().isZero())
                .map(sum -> sum.getValue() + ":" + sum.getKey().label())
                .collect(Collectors.joining("_"));
    }
}
