package de.mobilermarktplatz.kernel.money;

/** The one commercial rounding of this system. */
public final class Rounding {

    private Rounding() {}

    /**
     * {@code numerator / denominator}, halves away from zero, so that a cancellation mirrors its
     * original to the cent.
     *
     * @param denominator at least 1
     * @throws ArithmeticException on overflow
     */
    public static long halfUp(long numerator, long denominator) {
        if (denominator < 1) {
            throw new IllegalArgumentException(
                    "denominator must be at least 1 but is " + denominator);
        }
        long magnitude = Math.absExact(numerator);
        long quotient = magnitude / denominator;
        long remainder = magnitude % denominator;
        long rounded = remainder >= denominator - remainder ? Math.addExact(quotient, 1) : quotient;
        return numerator < 0 ? -rounded : rounded;
    }
}
