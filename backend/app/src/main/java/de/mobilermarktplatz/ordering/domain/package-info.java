@NullMarked
package de.mobilermarktplatz.ordering.domain;

import org.jspecify.annotations.NullMarked;
