package de.mobilermarktplatz.testing;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Stories that were asked to run on another PostgreSQL skip with a sentence where there is none.
 * For a whole run it is found by itself, see {@code META-INF/services}; a class that always needs
 * one names it.
 */
public final class NeedsPostgres15 implements ExecutionCondition {

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return ExternalPostgres.missing()
                .map(ConditionEvaluationResult::disabled)
                .orElseGet(() -> ConditionEvaluationResult.enabled("PostgreSQL is here"));
    }
}
