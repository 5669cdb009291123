/**
 * What travels down to tablets: streams of keyed items, their changes and their snapshots (sync.md
 * 2.4).
 */
@NullMarked
package de.mobilermarktplatz.contract.feed;

import org.jspecify.annotations.NullMarked;
