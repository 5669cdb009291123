package de.mobilermarktplatz.simulation.disk;

import de.mobilermarktplatz.simulation.world.Dice;
import de.mobilermarktplatz.simulation.world.Fault;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.TreeSet;

/**
 * A file that is only appended to, on a disk with sectors of 512 bytes. What was not synced may be
 * on the disk after a crash, or not, or half; and a later sector may be there while an earlier one
 * is not.
 */
final class SectorFile {
    static final int SECTOR = 512;

    private final Dice dice;
    private final Dice.Stream stream;
    private byte[] cached = new byte[8 * SECTOR];
    private byte[] onDisk = new byte[8 * SECTOR];
    private int length;
    private final TreeSet<Integer> dirty = new TreeSet<>();

    SectorFile(Dice dice, Dice.Stream stream) {
        this.dice = dice;
        this.stream = stream;
    }

    /** The same bytes on another disk: an image that was copied. */
    SectorFile copy() {
        var copy = new SectorFile(dice, stream);
        copy.cached = cached.clone();
        copy.onDisk = onDisk.clone();
        copy.length = length;
        copy.dirty.addAll(dirty);
        return copy;
    }

    int length() {
        return length;
    }

    /** Into the cache of the operating system only. */
    void append(byte[] bytes, int count) {
        grow(length + count);
        System.arraycopy(bytes, 0, cached, length, count);
        touch(length, length + count);
        length += count;
    }

    /** Cuts the end off, as a reader does with a record that it cannot read. */
    void truncate(int newLength) {
        Arrays.fill(cached, newLength, length, (byte) 0);
        touch(newLength, length);
        length = newLength;
    }

    void sync() {
        for (int sector : dirty) {
            System.arraycopy(cached, sector * SECTOR, onDisk, sector * SECTOR, SECTOR);
        }
        dirty.clear();
    }

    /** What the process sees. */
    byte[] read() {
        return Arrays.copyOf(cached, length);
    }

    /** Power is gone; what is read afterwards is what the disk has. */
    void crash() {
        var random = dice.of(stream);
        boolean gap = false;
        for (int sector : dirty) {
            if (dice.strikes(Fault.SECTOR_LOST)) {
                gap = true;
                continue;
            }
            if (gap) {
                dice.hit(Fault.SECTORS_REORDERED);
            }
            int kept = dice.strikes(Fault.SECTOR_TORN) ? torn(random) : SECTOR;
            System.arraycopy(cached, sector * SECTOR, onDisk, sector * SECTOR, kept);
        }
        dirty.clear();
        cached = onDisk.clone();
    }

    private static int torn(SplittableRandom random) {
        return random.nextInt(SECTOR - 1) + 1;
    }

    private void touch(int from, int to) {
        for (int sector = from / SECTOR; sector * SECTOR < to; sector++) {
            dirty.add(sector);
        }
    }

    private void grow(int needed) {
        if (needed > cached.length) {
            int size = Math.max(cached.length * 2, (needed / SECTOR + 1) * SECTOR);
            cached = Arrays.copyOf(cached, size);
            onDisk = Arrays.copyOf(onDisk, size);
        }
    }
}
