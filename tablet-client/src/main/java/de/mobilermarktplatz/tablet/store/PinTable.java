package de.mobilermarktplatz.tablet.store;

import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.tablet.lock.PinHash;
import de.mobilermarktplatz.tablet.lock.PinMemory;
import java.util.Optional;

/** SQL of the driver's PIN. */
final class PinTable implements PinMemory {
    private final Database database;

    PinTable(Database database) {
        this.database = database;
    }

    @Override
    public Optional<PinHash> pin() {
        return database.read(
                c ->
                        Settings.one(
                                c,
                                "SELECT salt, rounds, hash FROM pin",
                                row ->
                                        new PinHash(
                                                Bytes.of(row.getBytes(1)),
                                                row.getInt(2),
                                                Bytes.of(row.getBytes(3)))));
    }

    @Override
    public void keep(PinHash pin) {
        database.write(
                "the PIN",
                c ->
                        Projections.run(
                                c,
                                "INSERT OR REPLACE INTO pin VALUES (0, ?, ?, ?, 0)",
                                pin.salt().toArray(),
                                pin.rounds(),
                                pin.hash().toArray()));
    }

    @Override
    public int failures() {
        return database.read(c -> Settings.one(c, "SELECT failures FROM pin", row -> row.getInt(1)))
                .orElse(0);
    }

    @Override
    public void failures(int failures) {
        database.write(
                "a wrong PIN", c -> Projections.run(c, "UPDATE pin SET failures = ?", failures));
    }
}
