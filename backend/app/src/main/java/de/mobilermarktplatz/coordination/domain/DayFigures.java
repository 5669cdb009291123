package de.mobilermarktplatz.coordination.domain;

import java.time.LocalDate;

/**
 * A market day in numbers.
 *
 * @param state OPEN, RELEASED or CLOSED
 * @param orders living ones
 * @param goodsCents what the living orders are worth by today's quantities, without deposit
 * @param requests to producers, of which {@code unanswered} have no answer yet
 * @param drafts tours that are not released
 * @param closed tours whose tablet closed the day
 */
public record DayFigures(
        LocalDate day,
        String state,
        long calls,
        long orders,
        long goodsCents,
        long requests,
        long unanswered,
        long drafts,
        long released,
        long closed) {}
