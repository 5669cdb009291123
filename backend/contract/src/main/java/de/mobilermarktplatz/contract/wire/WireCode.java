package de.mobilermarktplatz.contract.wire;

/** An enum constant with a number that is never given to another constant. */
public interface WireCode {

    int code();
}
