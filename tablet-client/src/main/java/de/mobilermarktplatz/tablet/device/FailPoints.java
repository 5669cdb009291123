package de.mobilermarktplatz.tablet.device;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Named places between two effects (write, send, show) where a test may end the process as a power
 * cut would. In service nothing is armed and a hit does nothing.
 */
@FunctionalInterface
public interface FailPoints {
    /** What a killed process answers: 128 + SIGKILL, so tests and scripts see no difference. */
    int KILLED = 137;

    /**
     * @param name such as {@code sale.before-commit}
     */
    void hit(String name);

    /** Nothing ever happens. */
    static FailPoints none() {
        return name -> {};
    }

    /**
     * Halts the process without any clean-up when the point is reached.
     *
     * @param nameAndCount {@code name} or {@code name:n} for the n-th time it is reached
     */
    static FailPoints haltAt(String nameAndCount) {
        int colon = nameAndCount.indexOf(':');
        var name = colon < 0 ? nameAndCount : nameAndCount.substring(0, colon);
        var left =
                new AtomicInteger(
                        colon < 0 ? 1 : Integer.parseInt(nameAndCount.substring(colon + 1)));
        return hit -> {
            if (hit.equals(name) && left.decrementAndGet() == 0) {
                Runtime.getRuntime().halt(KILLED);
            }
        };
    }
}
