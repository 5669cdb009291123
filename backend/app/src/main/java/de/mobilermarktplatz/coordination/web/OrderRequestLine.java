package de.mobilermarktplatz.coordination.web;

import de.mobilermarktplatz.ordering.OrderRequest;
import de.mobilermarktplatz.platform.region.Region;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** A wish to change an order and what became of it, as the desk reads it. */
record OrderRequestLine(String asked, String by, String what, String state, String badge) {

    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d. MMMM, H:mm 'Uhr'", Locale.GERMAN);

    static OrderRequestLine of(OrderRequest request, Region region) {
        return new OrderRequestLine(
                WHEN.format(request.askedAt().atZone(region.zone())),
                request.askedBy(),
                switch (request.change().kind()) {
                    case CANCEL -> "stornieren";
                    case DECREASE -> "weniger";
                    case INCREASE -> "mehr";
                },
                switch (request.state()) {
                    case OPEN -> "wird gefragt";
                    case DONE -> "erledigt";
                    case TOO_LATE -> "zu spät";
                    case NOT_POSSIBLE -> "nicht möglich";
                },
                switch (request.state()) {
                    case OPEN -> "badge badge-warn";
                    case DONE -> "badge badge-ok";
                    case TOO_LATE, NOT_POSSIBLE -> "badge badge-error";
                });
    }
}
