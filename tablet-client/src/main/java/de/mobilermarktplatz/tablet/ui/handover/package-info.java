/** Giving a pre-order to its customer: code, lines, age, money, done. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.handover;

import org.jspecify.annotations.NullMarked;
