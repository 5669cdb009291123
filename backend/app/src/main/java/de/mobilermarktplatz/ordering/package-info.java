/**
 * Cart, order life cycle and stock: from "when does the van come" to the line the customer holds in
 * the hand.
 */
@NullMarked
@ApplicationModule(
        displayName = "ordering",
        allowedDependencies = {
            "platform",
            "region",
            "identity",
            "notification",
            "catalogue",
            "timetable"
        })
package de.mobilermarktplatz.ordering;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
