package de.mobilermarktplatz.infra;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.testing.Checkout;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Scripts, units and container files are read by their linters; those that are not on this machine
 * are named in the output.
 */
@Tag("proof")
class InfraIsCheckedTest {

    @Test
    void noLinterFindsAnything() throws Exception {
        var check =
                new ProcessBuilder("bash", Checkout.file("infra/check.sh").toString())
                        .redirectErrorStream(true)
                        .start();
        check.getOutputStream().close();
        var words = new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        System.out.print(words);
        assertThat(check.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(check.exitValue()).as(words).isZero();
    }
}
