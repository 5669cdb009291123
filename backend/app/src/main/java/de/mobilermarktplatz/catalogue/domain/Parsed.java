package de.mobilermarktplatz.catalogue.domain;

import java.util.function.Function;

/** What a cell's text means, or why it means nothing. */
sealed interface Parsed<T> {

    /** The value. */
    record Value<T>(T value) implements Parsed<T> {}

    /**
     * No value.
     *
     * @param what what is wrong with the text
     * @param advice what to write instead
     */
    record Wrong<T>(String what, String advice) implements Parsed<T> {}

    static <T> Parsed<T> of(T value) {
        return new Value<>(value);
    }

    static <T> Parsed<T> wrong(String what, String advice) {
        return new Wrong<>(what, advice);
    }

    default <R> Parsed<R> map(Function<T, R> mapper) {
        return then(value -> of(mapper.apply(value)));
    }

    default <R> Parsed<R> then(Function<T, Parsed<R>> next) {
        return switch (this) {
            case Value<T>(T value) -> next.apply(value);
            case Wrong<T>(String what, String advice) -> wrong(what, advice);
        };
    }
}
