package de.mobilermarktplatz.contract.journal;

import de.mobilermarktplatz.kernel.id.TourId;
import org.jspecify.annotations.Nullable;

/**
 * A reading of a compartment (FOOD-04).
 *
 * @param compartment number of the compartment in the van
 * @param tenthsCelsius -180 is −18.0 °C
 */
public record Temperature(@Nullable TourId tour, int compartment, int tenthsCelsius)
        implements EntryBody {}
