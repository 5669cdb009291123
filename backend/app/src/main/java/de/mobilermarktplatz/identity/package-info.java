/** People, drivers, producers' users: who they are inside one region, and how they sign in. */
@ApplicationModule(allowedDependencies = {"platform", "region"})
@NullMarked
package de.mobilermarktplatz.identity;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
