package de.mobilermarktplatz.kernel.till;

import de.mobilermarktplatz.kernel.money.Money;
import de.mobilermarktplatz.kernel.vat.VatKey;
import de.mobilermarktplatz.kernel.vat.VatRates;
import de.mobilermarktplatz.kernel.vat.VatShare;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is about to be paid; every change makes a new basket. */
public record Basket(List<BasketLine> lines) {

    public static final Basket EMPTY = new Basket(List.of());

    public Basket {
        lines = List.copyOf(lines);
    }

    public Basket plus(BasketLine line) {
        List<BasketLine> more = new ArrayList<>(lines);
        more.add(line);
        return new Basket(more);
    }

    /**
     * The basket with one line exchanged.
     *
     * @throws IndexOutOfBoundsException if there is no such line; the first is 0
     */
    public Basket with(int index, BasketLine line) {
        List<BasketLine> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return new Basket(changed);
    }

    /**
     * The basket without one line.
     *
     * @throws IndexOutOfBoundsException if there is no such line; the first is 0
     */
    public Basket without(int index) {
        List<BasketLine> fewer = new ArrayList<>(lines);
        fewer.remove(index);
        return new Basket(fewer);
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** Goods and deposits, gross. */
    public Money total() {
        return Money.sum(lines.stream().map(BasketLine::gross).toList());
    }

    /**
     * Gross, net and VAT per key that occurs, in the order of the keys; rounded once per key, not
     * per line.
     */
    public List<VatShare> vatShares(VatRates rates, LocalDate day) {
        Map<VatKey, Money> gross = new EnumMap<>(VatKey.class);
        for (BasketLine line : lines) {
            gross.merge(line.vatKey(), line.total(), Money::plus);
            if (!line.depositEach().isZero()) {
                gross.merge(line.depositVatKey(), line.depositTotal(), Money::plus);
            }
        }
        return gross.entrySet().stream()
                .map(entry -> rates.split(entry.getKey(), entry.getValue(), day))
                .toList();
    }
}
