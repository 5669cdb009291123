/** Taking crates and loose goods aboard. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.goodsin;

import org.jspecify.annotations.NullMarked;
