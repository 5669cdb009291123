/** Amounts as people read them. */
@org.jspecify.annotations.NullMarked
package de.mobilermarktplatz.kernel.text;
