package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.contract.mirror.RecoveryKey;
import de.mobilermarktplatz.kernel.bytes.Bytes;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.platform.security.Secrets;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.KDF;
import javax.crypto.spec.HKDFParameterSpec;
import org.springframework.stereotype.Component;

/**
 * The counties' keys to the second copies of their tablets' journals. All come from one secret of
 * the installation, so that they survive wherever the secrets do; none tells anything about
 * another, so that a county may take its own away on paper.
 */
@Component
public class RecoveryKeys {

    private final byte[] root;

    RecoveryKeys(Secrets secrets) {
        this.root = secrets.key("mirror-recovery");
    }

    /** The same for ever. */
    public RecoveryKey of(Region region) {
        try {
            byte[] info = ("county " + region.id()).getBytes(StandardCharsets.UTF_8);
            return new RecoveryKey(
                    Bytes.of(
                            KDF.getInstance("HKDF-SHA256")
                                    .deriveData(
                                            HKDFParameterSpec.ofExtract()
                                                    .addIKM(root)
                                                    .thenExpand(info, 32))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK from 25 on has HKDF", e);
        }
    }
}
