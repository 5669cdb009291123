/** Euro amounts in whole cents; nothing here rounds without saying so. */
@NullMarked
package de.mobilermarktplatz.kernel.money;

import org.jspecify.annotations.NullMarked;
