package de.mobilermarktplatz.contract.wire;

import org.jspecify.annotations.Nullable;

/** Bytes that are not what they should be; the message starts with the path of the field. */
public final class WireException extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String path;
    private final String problem;

    public WireException(String problem) {
        this("", problem, null);
    }

    WireException(String problem, Throwable cause) {
        this("", problem, cause);
    }

    private WireException(String path, String problem, @Nullable Throwable cause) {
        super(path.isEmpty() ? problem : path + ": " + problem, cause);
        this.path = path;
        this.problem = problem;
    }

    /**
     * The same failure seen from one level further out, {@code lines} and {@code [2]} becoming
     * {@code lines[2]}.
     */
    WireException inside(String outer) {
        String separator = path.isEmpty() || path.startsWith("[") ? "" : ".";
        return new WireException(outer + separator + path, problem, this);
    }
}
