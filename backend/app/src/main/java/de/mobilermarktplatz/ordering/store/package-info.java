@NullMarked
package de.mobilermarktplatz.ordering.store;

import org.jspecify.annotations.NullMarked;
