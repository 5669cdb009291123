package de.mobilermarktplatz.platform;

/**
 * What the process is allowed to pretend. {@code DEMO} may move the clock, simulate Stripe and the
 * TSE and show the mailbox page; {@code LIVE} refuses every one of them at the start (law: AO §
 * 146a(1) sentence 5).
 */
public enum Mode {
    DEMO,
    LIVE
}
