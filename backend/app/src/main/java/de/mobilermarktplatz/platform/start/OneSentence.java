package de.mobilermarktplatz.platform.start;

import org.springframework.boot.SpringBootExceptionReporter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Tells the operator in one sentence why the program does not start, in place of Spring's banner
 * and a stack trace; the process then ends with 1. What has no sentence is a fault of the program
 * and keeps its stack trace.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
final class OneSentence implements SpringBootExceptionReporter {

    @Override
    @SuppressWarnings("SystemOut") // the log may be configured away, this must be seen
    public boolean reportException(Throwable failure) {
        var sentence = StartSentences.of(failure);
        sentence.ifPresent(System.err::println);
        return sentence.isPresent();
    }
}
