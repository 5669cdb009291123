package de.mobilermarktplatz.coordination.domain;

/**
 * What was asked of a producer, in pieces or grams, all requests and addenda of the day together.
 *
 * @param requested for orders
 * @param vanSale on top of that for free sale
 * @param confirmed by the latest answers, both together; null-free: 0 while nothing was answered
 * @param answered whether every request with this article was answered
 */
public record Requested(
        String producer,
        String product,
        String unit,
        long ordered,
        long requested,
        long vanSale,
        long confirmed,
        boolean answered) {}
