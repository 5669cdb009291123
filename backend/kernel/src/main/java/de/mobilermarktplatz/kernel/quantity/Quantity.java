package de.mobilermarktplatz.kernel.quantity;

/**
 * A number of pieces or grams, negative for what is taken back. Arithmetic is exact; mixing units
 * throws.
 */
public record Quantity(Unit unit, long amount) {

    public static Quantity pieces(long pieces) {
        return new Quantity(Unit.PIECE, pieces);
    }

    public static Quantity grams(long grams) {
        return new Quantity(Unit.GRAM, grams);
    }

    public Quantity plus(Quantity other) {
        return new Quantity(sameUnit(other), Math.addExact(amount, other.amount));
    }

    public Quantity minus(Quantity other) {
        return new Quantity(sameUnit(other), Math.subtractExact(amount, other.amount));
    }

    public Quantity negate() {
        return new Quantity(unit, Math.negateExact(amount));
    }

    public boolean isZero() {
        return amount == 0;
    }

    private Unit sameUnit(Quantity other) {
        if (unit != other.unit) {
            throw new IllegalArgumentException("cannot mix " + this + " with " + other);
        }
        return unit;
    }

    @Override
    public String toString() {
        return amount + (unit == Unit.PIECE ? " pcs" : " g");
    }
}
