package de.mobilermarktplatz.platform;

/**
 * The process must not start like this; the message is one sentence with names, values and a hint.
 */
public final class StartRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public StartRefused(String message) {
        super(message);
    }

    public StartRefused(String message, Throwable cause) {
        super(message, cause);
    }
}
