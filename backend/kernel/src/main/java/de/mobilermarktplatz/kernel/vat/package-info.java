/** VAT keys of DSFinV-K, dated rates and the split of a gross amount. */
@NullMarked
package de.mobilermarktplatz.kernel.vat;

import org.jspecify.annotations.NullMarked;
