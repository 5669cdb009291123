/** Pure rules of planning and release: no Spring, no Reactor, no SQL. */
@NullMarked
package de.mobilermarktplatz.touring.domain;

import org.jspecify.annotations.NullMarked;
