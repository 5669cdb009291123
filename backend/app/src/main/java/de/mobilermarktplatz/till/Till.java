package de.mobilermarktplatz.till;

import de.mobilermarktplatz.kernel.id.DeviceId;

/**
 * One tablet as a till.
 *
 * @param number as printed on receipts, from 1 in its region
 */
public record Till(DeviceId device, int number) {}
