/**
 * Tablets: enrolment, tours down, journals up. The only capability that reads and writes the wire
 * contract.
 */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "region",
            "identity",
            "notification",
            "catalogue",
            "timetable",
            "ordering",
            "payment",
            "touring",
            "collection",
            "till"
        })
@NullMarked
package de.mobilermarktplatz.sync;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
