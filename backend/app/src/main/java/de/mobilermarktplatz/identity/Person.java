package de.mobilermarktplatz.identity;

import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import de.mobilermarktplatz.platform.security.Role;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign in to a region.
 *
 * @param login null for people who come by personal link only
 * @param producer set exactly for the role PRODUCER
 */
public record Person(
        PersonId id,
        Role role,
        String name,
        @Nullable String login,
        @Nullable ProducerId producer) {}
