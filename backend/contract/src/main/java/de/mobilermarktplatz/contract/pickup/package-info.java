/** The signed code that a customer shows at the van. */
@NullMarked
package de.mobilermarktplatz.contract.pickup;

import org.jspecify.annotations.NullMarked;
