package de.mobilermarktplatz.sync.domain;

/**
 * What the server knows when something arrives, read in the transaction that will write what is
 * decided: the journal is locked first, then the lines of the orders, by their ids.
 */
public record View(DeviceView device, HeldJournal held, TradeView trade) {

    View with(HeldJournal changed) {
        return new View(device, changed, trade);
    }
}
