package de.mobilermarktplatz.catalogue;

/** What became of the wish to take a checked file over. */
public sealed interface ApplyResult {

    /** Done, in one transaction. All zero: the file said nothing new. */
    record Applied(int added, int changed, int same, int paused) implements ApplyResult {}

    /** It was done before; nothing happened. */
    record Already() implements ApplyResult {}

    /** The catalogue has changed since the difference was shown: it has to be looked at again. */
    record ChangedMeanwhile() implements ApplyResult {}

    /** This producer sent no such file. */
    record Unknown() implements ApplyResult {}
}
