package de.mobilermarktplatz.timetable;

import de.mobilermarktplatz.timetable.domain.StraightLineTravel;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Which travel times this process plans with. */
@Configuration(proxyBeanMethods = false)
class TravelTimesConfig {

    @Bean
    TravelTimes travelTimes() {
        return new StraightLineTravel(List.of());
    }
}
