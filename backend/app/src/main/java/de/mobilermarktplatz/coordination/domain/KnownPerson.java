package de.mobilermarktplatz.coordination.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who ordered: there are no accounts, so the same name with the same contact is the same
 * person.
 *
 * @param latest the newest order, by which the person's page is found
 * @param orders how many fit the search
 */
public record KnownPerson(
        UUID latest,
        String name,
        @Nullable String phone,
        @Nullable String mail,
        long orders,
        LocalDate lastDay) {}
