/** How journal entries travel up and how they are acknowledged. */
@NullMarked
package de.mobilermarktplatz.contract.upload;

import org.jspecify.annotations.NullMarked;
