/** The county office: figures of the market days and their reconciliation, as read views. */
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
package de.mobilermarktplatz.coordination;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
