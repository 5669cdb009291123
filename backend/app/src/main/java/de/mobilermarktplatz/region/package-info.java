/**
 * What a county is made of: municipalities, places, settings, holidays, dated rates. Nothing about
 * a county is code.
 */
@ApplicationModule(
        displayName = "region",
        allowedDependencies = {"platform"})
@NullMarked
package de.mobilermarktplatz.region;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
