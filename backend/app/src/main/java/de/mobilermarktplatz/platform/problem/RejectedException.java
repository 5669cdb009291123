package de.mobilermarktplatz.platform.problem;

import org.springframework.http.HttpStatus;

/** Carries a refusal from a controller to the {@link ProblemWriter}; never thrown in the domain. */
public final class RejectedException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Rejection rejection;
    private final HttpStatus status;

    public RejectedException(Rejection rejection, HttpStatus status) {
        super(rejection.slug(), null, false, false);
        this.rejection = rejection;
        this.status = status;
    }

    public Rejection rejection() {
        return rejection;
    }

    public HttpStatus status() {
        return status;
    }
}
