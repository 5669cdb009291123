package de.mobilermarktplatz.contract.mirror;

import static de.mobilermarktplatz.contract.mirror.MirrorFiles.entry;
import static de.mobilermarktplatz.contract.mirror.MirrorFiles.header;
import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.golden.GoldenFile;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** A card that lay in a drawer for years is still read. */
class MirrorGoldenTest {

    @Test
    void aMirrorFileIsReadAndWrittenAsEver() throws IOException {
        byte[] current = MirrorFiles.joined(MirrorFiles.frames(2));
        byte[] golden = new GoldenFile("mirror").bytesOrWrite(current);

        assertThat(MirrorFiles.intact(MirrorFiles.read(golden)))
                .containsExactly(header(), entry(1), entry(2));
        assertThat(current).isEqualTo(golden);
    }
}
