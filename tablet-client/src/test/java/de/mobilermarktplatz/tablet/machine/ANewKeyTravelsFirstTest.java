package de.mobilermarktplatz.tablet.machine;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.journal.EntryCodec;
import de.mobilermarktplatz.contract.journal.JournalEntry;
import de.mobilermarktplatz.contract.journal.KeyRoll;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.kernel.chain.HashChain;
import de.mobilermarktplatz.kernel.id.BootId;
import de.mobilermarktplatz.kernel.id.OpId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A batch has one signature: the server must know a key before it gets what that key signed. */
class ANewKeyTravelsFirstTest {

    @TempDir Path folder;

    @Test
    void whatTheNewKeySignedWaitsUntilTheServerHasTheAnnouncement() {
        try (var bench = new Bench(folder)) {
            var second = rolls(bench, 1, bench.papers.start(), bench.device);
            var head = bench.store.hashAfter(1).orElseThrow();
            var _ = rolls(bench, 2, head, second);
            bench.start();
            assertThat(bench.sent).hasSize(1);
            var first = bench.sent.poll();
            assertThat(bench.upTo(first)).as("alone, though more waits").isEqualTo(1);
            bench.acknowledge(first);
            assertThat(bench.sent).as("not two at once").hasSize(1);
            var next = bench.sent.poll();
            assertThat(bench.upload(next).batch().from()).isEqualTo(2);
            assertThat(bench.upTo(next)).isEqualTo(2);
            bench.acknowledge(next);
            bench.drain();
            assertThat(bench.acked()).isEqualTo(bench.last());
        }
    }

    /** As a tablet whose key was changed left it on its disk; returns the new key. */
    private static Ed25519KeyPair rolls(Bench bench, long seq, Bytes before, Ed25519KeyPair old) {
        var next = Ed25519KeyPair.generate(new SecureRandom());
        var roll = new KeyRoll(next.publicKey(), next.sign(old.publicKey().toArray()));
        var op = new OpId(new UUID(1, seq));
        var entry =
                JournalEntry.of(seq, op, 0, Bench.START, 0, new BootId(new UUID(8, 8)), 0, roll);
        var bytes = Bytes.of(EntryCodec.encode(entry));
        var hash = HashChain.next(bench.journal, seq, before, bytes);
        var row = new StoredEntry(seq, bytes, hash, old.sign(hash.toArray()));
        bench.store.commit(
                Write.NOTHING.with(List.of(new Write.Row(op, row, List.of())), List.of()),
                () -> {});
        return next;
    }
}
