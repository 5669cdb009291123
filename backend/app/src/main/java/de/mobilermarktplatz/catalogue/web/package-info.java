/** Pages for producers. */
@NullMarked
package de.mobilermarktplatz.catalogue.web;

import org.jspecify.annotations.NullMarked;
