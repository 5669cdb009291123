/**
 * Messages to people: recipient, channel, template, values. Knows nobody else's words and no
 * orders.
 */
@ApplicationModule(
        displayName = "notification",
        allowedDependencies = {"platform", "region", "identity"})
@NullMarked
package de.mobilermarktplatz.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
