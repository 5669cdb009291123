package de.mobilermarktplatz.touring;

import de.mobilermarktplatz.kernel.id.CallId;

/**
 * A call that the plan leaves out.
 *
 * @param reason what stood against it, in German
 */
public record UnservedCall(CallId call, String reason) {}
