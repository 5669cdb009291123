package de.mobilermarktplatz.planner.problem;

import java.util.ArrayList;
import java.util.List;

/**
 * A van stands at a stop. The van opens between {@code earliestStart} and {@code latestStart}
 * (seconds of the day, inclusive; it may arrive earlier and wait) and stays {@code dwellSeconds}.
 *
 * @param goods what must be aboard when the van arrives; it leaves the van here
 * @param value what an unserved call weighs at the first level; not money
 * @param dropCents for an {@code optional} call, the price of leaving it out, at the level of costs
 * @param fixedVan id of the only van allowed, or empty
 */
public record Call(
        String id,
        int place,
        int earliestStart,
        int latestStart,
        int dwellSeconds,
        List<Goods> goods,
        int value,
        boolean optional,
        int dropCents,
        String fixedVan) {

    public Call {
        goods = List.copyOf(goods);
        if (id.isEmpty()
                || earliestStart > latestStart
                || dwellSeconds < 0
                || value < 1
                || dropCents < 0) {
            throw new IllegalArgumentException(
                    "Call %s: window %d to %d, dwell %d s, value %d, drop price %d"
                            .formatted(
                                    id,
                                    earliestStart,
                                    latestStart,
                                    dwellSeconds,
                                    value,
                                    dropCents));
        }
    }

    /** Open all day, no dwell, must be served. */
    public static Call at(String id, int place) {
        return new Call(id, place, 0, Integer.MAX_VALUE / 4, 0, List.of(), 1, false, 0, "");
    }

    /** The published window: the van is there for the whole of it. */
    public Call published(int from, int to) {
        return startingBetween(from, from).staying(to - from);
    }

    public Call startingBetween(int earliest, int latest) {
        return new Call(
                id,
                place,
                earliest,
                latest,
                dwellSeconds,
                goods,
                value,
                optional,
                dropCents,
                fixedVan);
    }

    public Call staying(int seconds) {
        return new Call(
                id,
                place,
                earliestStart,
                latestStart,
                seconds,
                goods,
                value,
                optional,
                dropCents,
                fixedVan);
    }

    /**
     * Adds goods from a producer, or from {@link Goods#DEPOT}; several cold classes are several
     * calls of this.
     */
    public Call needing(String source, Load load) {
        var all = new ArrayList<>(goods);
        all.add(new Goods(source, load));
        return new Call(
                id,
                place,
                earliestStart,
                latestStart,
                dwellSeconds,
                all,
                value,
                optional,
                dropCents,
                fixedVan);
    }

    public Call worth(int unservedValue) {
        return new Call(
                id,
                place,
                earliestStart,
                latestStart,
                dwellSeconds,
                goods,
                unservedValue,
                optional,
                dropCents,
                fixedVan);
    }

    /** May be left out whenever serving it costs more than {@code cents}. */
    public Call droppableFor(int cents) {
        return new Call(
                id,
                place,
                earliestStart,
                latestStart,
                dwellSeconds,
                goods,
                value,
                true,
                cents,
                fixedVan);
    }

    public Call onlyBy(String vanId) {
        return new Call(
                id,
                place,
                earliestStart,
                latestStart,
                dwellSeconds,
                goods,
                value,
                optional,
                dropCents,
                vanId);
    }
}
