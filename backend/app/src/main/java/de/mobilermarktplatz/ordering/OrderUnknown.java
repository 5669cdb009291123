package de.mobilermarktplatz.ordering;

import de.mobilermarktplatz.platform.problem.Rejection;

/** No such order, or the link does not open it: both look the same from outside. */
public record OrderUnknown() implements Rejection {
    @Override
    public String slug() {
        return "order-unknown";
    }
}
