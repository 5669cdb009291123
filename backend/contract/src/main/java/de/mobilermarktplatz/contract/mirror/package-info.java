/**
 * The journal's second copy: a file on another medium that only the county can read, by which a
 * dead tablet's sales come back (sync.md 2.1 R2, 2.7).
 */
@NullMarked
package de.mobilermarktplatz.contract.mirror;

import org.jspecify.annotations.NullMarked;
