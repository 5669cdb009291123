/**
 * The books of the tills: receipts, cash, closings, stock aboard. Append-only; nothing is corrected
 * in place.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "region",
            "identity",
            "catalogue",
            "ordering",
            "touring"
        })
@NullMarked
package de.mobilermarktplatz.till;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
