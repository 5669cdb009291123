/** Selling from free stock: basket, cash with change, deposit return, voiding the last receipt. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.sale;

import org.jspecify.annotations.NullMarked;
