package de.mobilermarktplatz.collection.web;

import de.mobilermarktplatz.platform.problem.Rejection;

/** The link of a request is forged, foreign, cut off or too old. */
record LinkExpired() implements Rejection {

    @Override
    public String slug() {
        return "request-link-expired";
    }
}
