package de.mobilermarktplatz.kernel.money;

import java.util.Collection;
import java.util.List;

/**
 * Euros in whole cents, negative for what is given back. All arithmetic is exact; an overflow
 * throws {@link ArithmeticException}.
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money cents(long cents) {
        return new Money(cents);
    }

    /**
     * {@code euros(2, 5)} is 2.05 €.
     *
     * @param cents 0 to 99; negative amounts are made by {@link #negate()}
     */
    public static Money euros(long euros, int cents) {
        if (euros < 0 || cents < 0 || cents > 99) {
            throw new IllegalArgumentException(
                    "euros must not be negative and cents be 0 to 99, but are "
                            + euros
                            + " and "
                            + cents);
        }
        return new Money(Math.addExact(Math.multiplyExact(euros, 100L), cents));
    }

    public static Money sum(Collection<Money> parts) {
        long total = 0;
        for (Money part : parts) {
            total = Math.addExact(total, part.cents);
        }
        return new Money(total);
    }

    public static Money sum(Money... parts) {
        return sum(List.of(parts));
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(cents, other.cents));
    }

    public Money negate() {
        return new Money(Math.negateExact(cents));
    }

    public Money times(long factor) {
        return new Money(Math.multiplyExact(cents, factor));
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isZero() {
        return cents == 0;
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    /** Shares this amount out by weight without losing or making a cent; see {@link Allocation}. */
    public List<Money> allocate(long... weights) {
        return Allocation.largestRemainder(cents, weights).stream().map(Money::new).toList();
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Dot and two decimals, as fiscal strings and tables want it: {@code -0.05}, {@code 12.34}. */
    @Override
    public String toString() {
        long whole = cents / 100;
        long part = Math.abs(cents % 100);
        return (cents < 0 && whole == 0 ? "-" : "") + whole + (part < 10 ? ".0" : ".") + part;
    }
}
