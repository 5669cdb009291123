package de.mobilermarktplatz.platform.security;

import de.mobilermarktplatz.kernel.id.PersonId;
import de.mobilermarktplatz.kernel.id.ProducerId;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Who is asking, inside the region of the address.
 *
 * @param person null for a stranger
 * @param producer the producer that a PRODUCER acts for; null for every other role
 * @param name for the page's header; empty for a stranger
 */
public record Visitor(
        Role role, @Nullable PersonId person, @Nullable ProducerId producer, String name) {

    public static final Visitor STRANGER = new Visitor(Role.ANONYMOUS, null, null, "");

    public boolean may(Permission permission) {
        return role.may(permission);
    }

    public boolean signedIn() {
        return role != Role.ANONYMOUS;
    }

    /** Only for routes that a PRODUCER alone may use; null producers never get there. */
    public ProducerId ownProducer() {
        return Objects.requireNonNull(producer, "a producer's visitor names the producer");
    }
}
