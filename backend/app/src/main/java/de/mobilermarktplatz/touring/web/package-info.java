@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.touring.web;
