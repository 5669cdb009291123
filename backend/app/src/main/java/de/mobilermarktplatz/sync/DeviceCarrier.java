package de.mobilermarktplatz.sync;

import de.mobilermarktplatz.sync.domain.DeviceWrite;
import de.mobilermarktplatz.sync.domain.DeviceWrite.KeyAdded;
import de.mobilermarktplatz.sync.store.DeviceKeyStore;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Writes tablets' keys. */
@Component
@Order(450)
class DeviceCarrier implements WriteCarrier<DeviceWrite> {

    private final DeviceKeyStore keys;

    DeviceCarrier(DeviceKeyStore keys) {
        this.keys = keys;
    }

    @Override
    public Class<DeviceWrite> group() {
        return DeviceWrite.class;
    }

    @Override
    public Mono<Void> carry(Origin origin, List<DeviceWrite> writes) {
        return Flux.fromIterable(writes).concatMap(write -> one(origin, write)).then();
    }

    private Mono<Void> one(Origin origin, DeviceWrite write) {
        return switch (write) {
            case KeyAdded(var device, var key, var othersEnd) ->
                    keys.add(origin.region(), device, key)
                            .then(keys.endOlder(origin.region(), device, key, othersEnd));
        };
    }
}
