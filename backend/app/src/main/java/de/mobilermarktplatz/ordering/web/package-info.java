@NullMarked
package de.mobilermarktplatz.ordering.web;

import org.jspecify.annotations.NullMarked;
