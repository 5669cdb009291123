package de.mobilermarktplatz.planner;

import de.mobilermarktplatz.planner.check.Violation;
import java.util.List;

/** The search made a plan that the independent checker refuses. Never the caller's fault. */
public final class BrokenPlanException extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    private final transient List<Violation> violations;

    BrokenPlanException(List<Violation> violations) {
        super(
                "The planner broke %d rules, first: %s"
                        .formatted(violations.size(), violations.getFirst()));
        this.violations = List.copyOf(violations);
    }

    public List<Violation> violations() {
        return violations;
    }
}
