@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.till.store;
