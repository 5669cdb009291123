package de.mobilermarktplatz.platform.clock;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the process: system time, in demonstrations moved. */
@Configuration
class ClockConfig {

    @Bean
    MovableClock clock(MarktplatzProperties properties) {
        return new ProcessClock(
                Clock.systemUTC(),
                properties.mode(),
                properties.clockOffset(),
                properties.data().resolve("demo-clock"));
    }

    @Bean
    UuidV7 ids(InstantSource clock) {
        return new UuidV7(clock, new SecureRandom());
    }
}
