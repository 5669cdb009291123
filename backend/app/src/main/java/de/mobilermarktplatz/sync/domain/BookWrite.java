package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.till.BookEntry;

/** The till's books; an operation that is in them already stays as it is. */
public sealed interface BookWrite extends Write {

    /** Written as it is, for the till of the journal's device. */
    record Book(BookEntry entry) implements BookWrite {}
}
