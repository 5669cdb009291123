/**
 * The wire form: records as positional CBOR arrays (RFC 8949) of integers, byte strings and texts.
 */
@NullMarked
package de.mobilermarktplatz.contract.wire;

import org.jspecify.annotations.NullMarked;
