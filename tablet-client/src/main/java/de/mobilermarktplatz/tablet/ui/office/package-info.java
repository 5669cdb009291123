/**
 * What the office on the telephone asks about: where the entries are, whether the books are whole.
 */
@NullMarked
package de.mobilermarktplatz.tablet.ui.office;

import org.jspecify.annotations.NullMarked;
