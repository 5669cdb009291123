package de.mobilermarktplatz.platform.clock;

import de.mobilermarktplatz.kernel.id.UuidV7;
import de.mobilermarktplatz.platform.MarktplatzProperties;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one clock of the process: system time, moved by a fixed offset in demonstrations. */
@Configuration
class ClockConfig {

    @Bean
    InstantSource clock(MarktplatzProperties properties) {
        return InstantSource.offset(Clock.systemUTC(), properties.clockOffset());
    }

    @Bean
    UuidV7 ids(InstantSource clock) {
        return new UuidV7(clock, new SecureRandom());
    }
}
