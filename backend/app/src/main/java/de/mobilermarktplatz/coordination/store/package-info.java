@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.coordination.store;
