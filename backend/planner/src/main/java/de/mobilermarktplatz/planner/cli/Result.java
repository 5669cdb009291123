package de.mobilermarktplatz.planner.cli;

import de.mobilermarktplatz.planner.Planner;
import de.mobilermarktplatz.planner.plan.Plan;
import de.mobilermarktplatz.planner.search.Budget;
import de.mobilermarktplatz.planner.search.PlanListener;
import java.lang.management.ManagementFactory;
import java.util.Locale;

/**
 * What one run on one instance came to. Feasible means every call is served; the checker has passed
 * every plan.
 */
record Result(
        Instance instance,
        int vehicles,
        double distance,
        boolean feasible,
        double seconds,
        long seed) {

    static Result of(Instance instance, double seconds, long seed) {
        long from = processNanos();
        var budget = Budget.ofProcessCpuMillis(Math.max(1, Math.round(seconds * 1_000)));
        Plan plan = Planner.solve(instance.problem(), budget, seed, PlanListener.SILENT);
        return new Result(
                instance,
                plan.tours().size(),
                (double) plan.metres() / instance.convention().scale,
                plan.unserved().isEmpty(),
                (processNanos() - from) / 1e9,
                seed);
    }

    private static long processNanos() {
        return ManagementFactory.getOperatingSystemMXBean()
                        instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : System.nanoTime();
    }

    String json() {
        return String.format(
                Locale.ROOT,
                "{\"instance\":\"%s\",\"convention\":\"%s\",\"vehicles\":%d,\"distance\":%.2f,"
                        + "\"feasible\":%b,\"seconds\":%.1f,\"seed\":%d}",
                instance.name().replace("\\", "\\\\").replace("\"", "\\\""),
                instance.convention().label,
                vehicles,
                distance,
                feasible,
                seconds,
                seed);
    }
}
