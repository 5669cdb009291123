package de.mobilermarktplatz.tablet.machine.feed;

import java.util.Set;

/**
 * What an answer means.
 *
 * @param memory holds once {@code write} is on the disk, and not before
 * @param lost tours' streams that the server gives to another tablet now
 * @param result whether to ask on at once
 */
public record FeedStep(FeedMemory memory, FeedWrite write, Set<String> lost, Result result) {

    /** How the exchange went. */
    public enum Result {
        FINE,
        /**
         * No network, an answer that is no answer, or a server that is behind: wait, then ask
         * again.
         */
        FAILED,
        /** The server has nothing for this tablet, or does not know this question. */
        REFUSED
    }

    static FeedStep failed(FeedMemory memory) {
        return new FeedStep(memory, FeedWrite.NOTHING, Set.of(), Result.FAILED);
    }

    static FeedStep fine(FeedMemory memory, FeedWrite write) {
        return new FeedStep(memory, write, Set.of(), Result.FINE);
    }
}
