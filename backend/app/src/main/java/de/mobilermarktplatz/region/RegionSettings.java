package de.mobilermarktplatz.region;

import de.mobilermarktplatz.platform.region.Region;
import de.mobilermarktplatz.region.domain.GermanState;
import de.mobilermarktplatz.region.store.SettingStore;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The settings of a region and the calendar that follows from them. */
@Component
public class RegionSettings {

    private final SettingStore store;

    RegionSettings(SettingStore store) {
        this.store = store;
    }

    /** The region's own value, else the default. */
    public Mono<String> value(Region region, Setting setting) {
        return store.find(region.id(), setting.name()).defaultIfEmpty(setting.defaultValue());
    }

    public Mono<Void> set(Region region, Setting setting, String value) {
        return store.put(region.id(), setting.name(), value);
    }

    /** Fails with a clear sentence when the region's state code is none of the sixteen. */
    public Mono<HolidayCalendar> holidays(Region region) {
        return value(region, Setting.STATE)
                .map(
                        code ->
                                GermanState.of(code)
                                        .map(HolidayCalendar::new)
                                        .orElseThrow(() -> unknownState(region, code)));
    }

    private static IllegalStateException unknownState(Region region, String code) {
        return new IllegalStateException(
                "Region '%s' has the state code '%s', which is no German state. Maybe the setting STATE wants ST for Saxony-Anhalt?"
                        .formatted(region.slug(), code));
    }
}
