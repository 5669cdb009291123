package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.TourId;

/** Who decides on the goods of a tour. */
public sealed interface CustodyWrite extends Write {

    /**
     * A van loaded: from now on changes of its orders are requests.
     *
     * @param generation of the lease under which it did
     */
    record CustodyOpened(TourId tour, long generation) implements CustodyWrite {}

    /**
     * The goods were counted off the van, or its till closed: the end is near.
     *
     * @param generation of the lease under which that happened
     */
    record CustodyEnding(TourId tour, long generation) implements CustodyWrite {}
}
