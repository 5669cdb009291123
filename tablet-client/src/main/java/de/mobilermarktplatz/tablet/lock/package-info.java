/** The driver's PIN: it keeps strangers off the tablet and never touches what is stored on it. */
@NullMarked
package de.mobilermarktplatz.tablet.lock;

import org.jspecify.annotations.NullMarked;
