/** From demand to plan to release to the tour on the road. */
@ApplicationModule(
        allowedDependencies = {
            "platform",
            "region",
            "identity",
            "notification",
            "catalogue",
            "timetable",
            "ordering"
        })
@NullMarked
package de.mobilermarktplatz.touring;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
