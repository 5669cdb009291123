/** The tables producer, product, offer, offer_day and upload. */
@NullMarked
package de.mobilermarktplatz.catalogue.store;

import org.jspecify.annotations.NullMarked;
