@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.sync.store;
