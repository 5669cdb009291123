package de.mobilermarktplatz.ordering;

import java.util.UUID;

/** Fact: a wish to change an order has its answer, and if that is DONE, the order is changed. */
public record OrderChangeAnswered(
        UUID request, UUID order, UUID tour, OrderChange.Kind kind, OrderRequest.State state) {}
