package de.mobilermarktplatz.planner.search;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.LongSupplier;

/**
 * How much of the budget is used. The CPU clock is asked rarely, because asking costs about a
 * microsecond.
 */
final class Progress {
    private static final int ASK_EVERY = 32;
    private static final long NANOS = 1_000_000;

    private final LongSupplier cpuNanos;
    private final long from;
    private final Budget budget;
    private final PlanListener listener;
    private double share;
    private boolean cancelled;
    long iteration;

    Progress(Budget budget, PlanListener listener) {
        this.budget = budget;
        this.listener = listener;
        cpuNanos = clock(budget);
        from = cpuNanos.getAsLong();
    }

    private static LongSupplier clock(Budget budget) {
        if (budget.wholeProcess()
                && ManagementFactory.getOperatingSystemMXBean()
                        instanceof OperatingSystemMXBean system) {
            return system::getProcessCpuTime;
        }
        return ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    }

    /** Starts the next iteration; false when the budget is used up or the search is cancelled. */
    boolean next() {
        iteration++;
        if (iteration % ASK_EVERY == 1) {
            cancelled = listener.cancelled() || Thread.currentThread().isInterrupted();
            share = 0;
            if (budget.cpuMillis() > 0) {
                long used = cpuNanos.getAsLong() - from;
                share = (double) used / (budget.cpuMillis() * NANOS);
            }
        }
        if (budget.iterations() > 0) {
            share = Math.max(share, (double) (iteration - 1) / budget.iterations());
        }
        return share < 1 && !cancelled;
    }

    /** From 0 to 1. */
    double share() {
        return Math.min(1, share);
    }
}
