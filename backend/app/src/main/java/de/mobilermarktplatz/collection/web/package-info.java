/** Pages about requests, for producers and the desk. */
@NullMarked
package de.mobilermarktplatz.collection.web;

import org.jspecify.annotations.NullMarked;
