package de.mobilermarktplatz.sync;

import static org.assertj.core.api.Assertions.assertThat;

import de.mobilermarktplatz.contract.device.ServerMode;
import de.mobilermarktplatz.contract.upload.UploadReply;
import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.testing.MarktplatzTest;
import de.mobilermarktplatz.testing.TestClock;
import de.mobilermarktplatz.testing.TestHttp;
import de.mobilermarktplatz.testing.TestRegions;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What the server's side does for a tablet while people move the clock. */
@MarktplatzTest
class TheClockOfADemonstrationTest {

    private static final Duration A_JUMP = Duration.ofDays(5);

    @Autowired private Devices devices;
    @Autowired private TestRegions regions;
    @Autowired private TestHttp http;
    @Autowired private UuidV7 ids;
    @Autowired private TestClock clock;

    @Test
    void aTabletLeftBehindHearsTheTimeWithAnUploadAndMayAskAgain() {
        Region region = regions.create();
        TestTablet tablet = new TestTablet(http, region, ids, clock);
        String code = TestRegions.run(region, devices.newCode(region));
        assertThat(tablet.enrol(code)).isEqualTo(200);
        assertThat(tablet.enrolment().mode()).isEqualTo(ServerMode.DEMO);

        clock.advance(A_JUMP);
        tablet.behind = A_JUMP;
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(401);

        HttpResponse<byte[]> upload = tablet.uploads(1);
        assertThat(upload.statusCode()).isEqualTo(200);
        assertThat(UploadReply.decode(upload.body()).serverTime()).isEqualTo(clock.instant());

        tablet.behind = Duration.ZERO;
        assertThat(tablet.get("/tours").statusCode()).isEqualTo(200);
    }
}
