package de.mobilermarktplatz.coordination.domain;

/**
 * Goods of all kinds together.
 *
 * @param cents their worth, gross, without deposit
 */
public record Amounts(long pieces, long grams, long cents) {

    public static final Amounts NONE = new Amounts(0, 0, 0);

    public Amounts plus(Amounts more) {
        return new Amounts(pieces + more.pieces, grams + more.grams, cents + more.cents);
    }

    public Amounts minus(Amounts less) {
        return new Amounts(pieces - less.pieces, grams - less.grams, cents - less.cents);
    }

    public boolean isNone() {
        return pieces == 0 && grams == 0;
    }
}
