package de.mobilermarktplatz.platform.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import de.mobilermarktplatz.contract.crypto.Ed25519KeyPair;
import de.mobilermarktplatz.contract.pickup.PickupCheck;
import de.mobilermarktplatz.contract.pickup.PickupToken;
import de.mobilermarktplatz.contract.pickup.SignedPickupToken;
import de.mobilermarktplatz.kernel.id.OrderId;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrSvgTest {

    private static final int PIXELS = 4;

    @Test
    void aScannerReadsTheDrawnPickupCodeAndTheTabletTrustsIt() throws Exception {
        Ed25519KeyPair server = Ed25519KeyPair.generate(new SecureRandom());
        Instant expires = Instant.parse("2026-12-02T23:00:00Z");
        PickupToken token =
                new PickupToken(
                        1,
                        new OrderId(UUID.randomUUID()),
                        LocalDate.of(2026, 12, 1),
                        1,
                        expires,
                        0);
        String text = SignedPickupToken.issue(token, server).text();

        QrSvg.Drawing drawing = QrSvg.of(text);
        String scanned = scan(drawing);

        assertThat(scanned).isEqualTo(text);
        assertThat(drawing.size())
                .as("modules: still readable at arm's length")
                .isLessThanOrEqualTo(60);
        assertThat(PickupCheck.of(scanned, Map.of(1, server.publicKey()), expires.minusSeconds(1)))
                .isEqualTo(new PickupCheck.Valid(token));
    }

    private static String scan(QrSvg.Drawing drawing) throws Exception {
        int edge = drawing.size() * PIXELS;
        int[] pixels = new int[edge * edge];
        Arrays.fill(pixels, 0xffffff);
        Matcher run = Pattern.compile("M(\\d+) (\\d+)h(\\d+)v1h-\\d+z").matcher(drawing.path());
        while (run.find()) {
            int x = Integer.parseInt(run.group(1)) * PIXELS;
            int y = Integer.parseInt(run.group(2)) * PIXELS;
            int width = Integer.parseInt(run.group(3)) * PIXELS;
            for (int row = y; row < y + PIXELS; row++) {
                Arrays.fill(pixels, row * edge + x, row * edge + x + width, 0);
            }
        }
        var image =
                new BinaryBitmap(new HybridBinarizer(new RGBLuminanceSource(edge, edge, pixels)));
        return new QRCodeReader().decode(image).getText();
    }
}
