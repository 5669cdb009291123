/** Nodes that all screens share: big keys, pads, cards. Touch targets are 64 px and more. */
@NullMarked
package de.mobilermarktplatz.tablet.ui.kit;

import org.jspecify.annotations.NullMarked;
