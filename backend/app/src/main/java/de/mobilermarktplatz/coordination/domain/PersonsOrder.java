package de.mobilermarktplatz.coordination.domain;

import de.mobilermarktplatz.ordering.OrderState;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One order of a person.
 *
 * @param goodsCents by today's quantities, without deposit
 * @param payment state of the online payment, or null when it is paid at the van
 * @param collector name of the neighbour who may collect, or null
 */
public record PersonsOrder(
        UUID id,
        String code,
        LocalDate day,
        String stop,
        String name,
        @Nullable String phone,
        @Nullable String mail,
        @Nullable String collector,
        OrderState state,
        long goodsCents,
        boolean atVan,
        @Nullable String payment,
        Instant placed) {}
