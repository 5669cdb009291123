package de.mobilermarktplatz.testing;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

@TestConfiguration(proxyBeanMethods = false)
class TestSetup {

    @Bean
    @Primary
    TestClock testClock() {
        return new TestClock();
    }

    @Bean
    TestRegions testRegions(de.mobilermarktplatz.platform.region.Regions regions) {
        return new TestRegions(regions);
    }

    @Bean
    @org.springframework.context.annotation.Lazy
    TestHttp testHttp(org.springframework.core.env.Environment environment) {
        return new TestHttp(environment);
    }

    @Bean
    TestTimetable testTimetable(
            de.mobilermarktplatz.region.Places places,
            de.mobilermarktplatz.timetable.TimetableDesk desk,
            de.mobilermarktplatz.timetable.Timetable timetable) {
        return new TestTimetable(places, desk, timetable);
    }

    @Bean
    Listener listener() {
        return new Listener();
    }
}
