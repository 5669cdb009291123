package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.CallId;
import de.mobilermarktplatz.kernel.id.ProductId;
import de.mobilermarktplatz.ordering.LineState;
import java.util.Map;

/** An order's lines by their numbers. */
public record OrderView(CallId call, Map<Integer, Line> lines) {

    /**
     * @param gone CUT to nothing: there is nothing to hand over or to leave behind
     */
    public record Line(ProductId product, LineState state, boolean gone) {

        Line as(LineState next) {
            return new Line(product, next, gone);
        }
    }
}
