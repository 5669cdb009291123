/** How a tablet becomes a till and proves every request. */
@NullMarked
package de.mobilermarktplatz.contract.device;

import org.jspecify.annotations.NullMarked;
