/** From orders to producer requests to packed crates. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "region",
            "identity",
            "notification",
            "catalogue",
            "ordering",
            "touring"
        })
@NullMarked
package de.mobilermarktplatz.collection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
