package de.mobilermarktplatz.tablet.machine;

/** The way to the server. Never waits for ever; a missing network is an answer. */
@FunctionalInterface
public interface Network {
    ServerAnswer send(Request request);
}
