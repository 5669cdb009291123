package de.mobilermarktplatz.ordering.web;

import de.mobilermarktplatz.ordering.PlaceResult.CallClosed;
import de.mobilermarktplatz.ordering.PlaceResult.CallFull;
import de.mobilermarktplatz.ordering.PlaceResult.CallUnknown;
import de.mobilermarktplatz.ordering.PlaceResult.CutOffPassed;
import de.mobilermarktplatz.ordering.PlaceResult.Invalid;
import de.mobilermarktplatz.ordering.PlaceResult.KeyReused;
import de.mobilermarktplatz.ordering.PlaceResult.OfferUnknown;
import de.mobilermarktplatz.ordering.PlaceResult.PriceChanged;
import de.mobilermarktplatz.ordering.PlaceResult.Refused;
import de.mobilermarktplatz.ordering.PlaceResult.SoldOut;
import de.mobilermarktplatz.platform.problem.RejectedException;
import org.springframework.http.HttpStatus;

/** HTTP statuses of refused orders. */
final class Refusals {
    private Refusals() {}

    static RejectedException exception(Refused refused) {
        return new RejectedException(refused, status(refused));
    }

    private static HttpStatus status(Refused refused) {
        return switch (refused) {
            case SoldOut _, CutOffPassed _, CallFull _, CallClosed _, PriceChanged _ ->
                    HttpStatus.CONFLICT;
            case CallUnknown _ -> HttpStatus.NOT_FOUND;
            case OfferUnknown _, Invalid _, KeyReused _ -> HttpStatus.UNPROCESSABLE_CONTENT;
        };
    }
}
