/**
 * The window: one stage, one scene, everything wired in {@link
 * de.mobilermarktplatz.tablet.ui.Screens}.
 */
@NullMarked
package de.mobilermarktplatz.tablet.ui;

import org.jspecify.annotations.NullMarked;
