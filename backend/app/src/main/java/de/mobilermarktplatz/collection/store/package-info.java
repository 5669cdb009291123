@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.collection.store;
