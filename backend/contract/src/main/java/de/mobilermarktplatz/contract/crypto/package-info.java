/** Ed25519 (RFC 8032) with the JDK, keys in their raw 32-byte form. */
@NullMarked
package de.mobilermarktplatz.contract.crypto;

import org.jspecify.annotations.NullMarked;
