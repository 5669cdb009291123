package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.contract.tour.RequestKind;
import de.mobilermarktplatz.contract.tour.TourRequest;
import de.mobilermarktplatz.contract.tour.WantedLine;
import de.mobilermarktplatz.ordering.OrderRequest;
import java.util.List;
import java.util.Map;

/** A wish of the office as a van reads it: numbers and ids, nobody's name. */
public final class RequestOnBoard {

    private RequestOnBoard() {}

    public static TourRequest of(OrderRequest request) {
        return new TourRequest(
                request.id(),
                RequestKind.valueOf(request.change().kind().name()),
                request.order(),
                request.change().wanted().entrySet().stream()
                        .sorted(Map.Entry.comparingByKey())
                        .map(line -> new WantedLine(line.getKey(), line.getValue()))
                        .toList(),
                List.of(),
                request.askedAt());
    }

    /** Its key in the stream of its tour. */
    public static String key(OrderRequest request) {
        return "request:" + request.id();
    }
}
