package de.mobilermarktplatz.testing;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stories that were asked to run on another PostgreSQL skip with a sentence where there is none.
 * For a whole run it is found by itself, see {@code META-INF/services}; a class that always needs
 * one names it.
 */
public final class NeedsPostgres15 implements ExecutionCondition {

    private static final AtomicBoolean SAID = new AtomicBoolean();

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ExternalPostgres.missing()
                .map(NeedsPostgres15::skipped)
                .orElseGet(() -> ConditionEvaluationResult.enabled("PostgreSQL is here"));
    }

    /** Once in the output too: hundreds of skipped stories should not need their reports read. */
    private static ConditionEvaluationResult skipped(String sentence) {
        if (SAID.compareAndSet(false, true)) {
            System.out.println("Skipped on another PostgreSQL: " + sentence);
        }
        return ConditionEvaluationResult.disabled(sentence);
    }
}
