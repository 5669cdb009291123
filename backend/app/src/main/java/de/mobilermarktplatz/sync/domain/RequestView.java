package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.id.OrderId;

/**
 * A wish that a van was asked to fulfil.
 *
 * @param open whether it has no answer yet
 */
public record RequestView(OrderId order, boolean open) {}
