package de.mobilermarktplatz.collection;

/** What became of a producer's answer. */
public sealed interface AnswerResult {

    /**
     * Written down, orders shrunk where needed.
     *
     * @param cutOrderLines how many order lines got less than ordered
     */
    record Answered(int cutOrderLines) implements AnswerResult {}

    /** It was answered before; nothing changed. */
    record Already() implements AnswerResult {}

    /** There is no such request. */
    record Unknown() implements AnswerResult {}

    /** A quantity is missing, negative or more than was asked for. */
    record NotPossible(int lineNumber) implements AnswerResult {}
}
