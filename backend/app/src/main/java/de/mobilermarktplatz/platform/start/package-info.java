@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.platform.start;
