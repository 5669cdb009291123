@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.identity.store;
