package de.mobilermarktplatz.sync.domain;

/**
 * What the core decided, to be carried out in the transaction that loaded the {@link View}. Each
 * group of kinds has one owner and one class that carries it out; groups are carried out in the
 * order of those classes, the feed last.
 */
public sealed interface Write
        permits JournalWrite,
                BookWrite,
                OrderWrite,
                CustodyWrite,
                DeviceWrite,
                CaseWrite,
                Told,
                FeedWrite {}
