/**
 * Producers, their articles and what they offer on which market day; uploads and the publish gate.
 */
@NullMarked
@ApplicationModule(allowedDependencies = {"platform", "region", "identity", "notification"})
package de.mobilermarktplatz.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
