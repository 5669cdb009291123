package de.mobilermarktplatz.sync.domain;

import de.mobilermarktplatz.kernel.bytes.Bytes;

/**
 * Up to where entries of a journal are kept apart without a gap behind those that are held. A
 * forked journal may have several at one sequence.
 *
 * @param head chain head after {@code seq}, 32 bytes
 * @param reason why they are kept apart
 */
public record KeptHead(long seq, Bytes head, String reason) {}
