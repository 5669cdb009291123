/**
 * Time-ordered identifiers and one record per kind of thing, so that no id is taken for another.
 */
@NullMarked
package de.mobilermarktplatz.kernel.id;

import org.jspecify.annotations.NullMarked;
