/**
 * A small county to try everything with: real places and stops of Salzlandkreis, invented people
 * and farms. DEMO only; goes through the same doors as everybody else.
 */
@ApplicationModule(
        displayName = "sample",
        allowedDependencies = {
            "platform",
            "region",
            "identity",
            "catalogue",
            "timetable",
            "ordering",
            "payment",
            "touring",
            "collection",
            "sync"
        })
@NullMarked
package de.mobilermarktplatz.sample;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
