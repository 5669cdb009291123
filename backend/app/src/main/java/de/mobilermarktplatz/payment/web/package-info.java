/** Pages and the webhook of payment. */
@NullMarked
package de.mobilermarktplatz.payment.web;

import org.jspecify.annotations.NullMarked;
