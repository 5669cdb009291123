@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.region.domain;
