-- A restored server has forgotten what came after the backup. A higher epoch tells every tablet so: it asks how far the
-- server is and sends the rest of its journal again.
DO $$
DECLARE
    r uuid;
BEGIN
    FOR r IN SELECT region_id FROM region LOOP
        PERFORM set_config('app.region', r::text, true);
        INSERT INTO sync_epoch (region_id, epoch) VALUES (r, 2)
        ON CONFLICT (region_id) DO UPDATE SET epoch = sync_epoch.epoch + 1;
    END LOOP;
END $$;
