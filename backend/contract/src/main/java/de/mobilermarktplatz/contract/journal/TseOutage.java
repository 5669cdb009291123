package de.mobilermarktplatz.contract.journal;

/** The security module failed or came back (FIS-12). */
public record TseOutage(OutagePhase phase, OutageReason reason) implements EntryBody {}
