package de.mobilermarktplatz.platform.problem;

import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;

/**
 * Turns whatever went wrong into one problem: refusals in their own words, surprises in one calm
 * sentence.
 */
@Component
class Problems {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    /** Refusals of the web layer itself, told apart by status alone. */
    record StatusRejection(HttpStatusCode code) implements Rejection {
        @Override
        public String slug() {
            return "status-" + code.value();
        }
    }

    private final ProblemTexts texts;

    Problems(ProblemTexts texts) {
        this.texts = texts;
    }

    Problem of(Throwable error, String path) {
        return switch (error) {
            case RejectedException refused -> problem(refused.rejection(), refused.status());
            case ErrorResponse response ->
                    problem(
                            new StatusRejection(response.getStatusCode()),
                            response.getStatusCode());
            default -> unexpected(error, path);
        };
    }

    private Problem unexpected(Throwable error, String path) {
        LOG.error("Unexpected failure at {}", path, error);
        return problem(
                new StatusRejection(HttpStatus.INTERNAL_SERVER_ERROR),
                HttpStatus.INTERNAL_SERVER_ERROR);
    }

    private Problem problem(Rejection rejection, HttpStatusCode status) {
        return new Problem(
                "urn:mobilermarktplatz:problem:" + rejection.slug(),
                texts.title(rejection),
                status.value(),
                texts.detail(rejection),
                Map.copyOf(rejection.parameters()));
    }
}
