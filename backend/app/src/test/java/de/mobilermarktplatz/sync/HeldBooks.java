package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.id.CrateId;
import de.mobilermarktplatz.kernel.id.DeviceId;
import de.mobilermarktplatz.kernel.id.JournalId;
import de.mobilermarktplatz.kernel.id.OrderId;
import de.mobilermarktplatz.kernel.id.TourId;
import de.mobilermarktplatz.sync.domain.HeldJournal.Place;
import de.mobilermarktplatz.sync.domain.Needs;
import de.mobilermarktplatz.sync.domain.StreamHead;
import de.mobilermarktplatz.sync.domain.View;
import de.mobilermarktplatz.sync.domain.Write;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The server's books as its core sees them: the same View after the same writes, whether PostgreSQL
 * or a simulation holds them ({@link HeldBooksContract}).
 */
public interface HeldBooks {

    /** Asks in a transaction of its own. Fails if the device has no such journal. */
    View load(DeviceId device, JournalId journal, Needs needs);

    /**
     * Carries writes out in one transaction: all or none.
     *
     * @throws RuntimeException if one of them cannot be carried out, with nothing written
     */
    void commit(DeviceId device, JournalId journal, List<Write> writes);

    /** An enrolled device with its empty journal. */
    Tablet enrolled();

    /**
     * @param device and its one journal
     */
    record Tablet(DeviceId device, JournalId journal) {}

    /** An order of two lines, REQUESTED: 2 pieces of the first product, 3 of the second. */
    OrderId orderOfTwoLines();

    /** A crate with the goods of the order's first line. */
    CrateId crateOf(OrderId order);

    /** A released tour with the call of every order made here, lent to the device; one in all. */
    TourId tourOf(DeviceId device, long generation);

    /** Revokes the device. */
    void revoke(DeviceId device);

    /** A person takes a body that is kept apart for honest. */
    void release(Bytes body);

    /**
     * Lease under which the goods of a tour were loaded that is still on its way; empty before, and
     * when its end is in sight.
     */
    Optional<Long> custodyOf(TourId tour);

    /** Which journal another one goes on, and behind which entry. */
    Optional<Place> goesOnAfter(JournalId journal);

    /** How many facts of this name are told so far. */
    long facts(String name);

    /** Kinds of the open cases, sorted. */
    List<String> cases();

    /** Numbers of the receipts in the books, sorted. */
    List<Long> receipts();

    /** Of everybody's goods in this tour's van: the sum of all moves. */
    long aboard(TourId tour);

    /** Items of a stream by key. */
    Map<String, Bytes> items(String stream);

    /** Where a stream stands. */
    StreamHead head(String stream);
}
