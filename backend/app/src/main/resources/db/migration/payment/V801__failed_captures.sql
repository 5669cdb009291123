-- The desk asks for these on every page; they are few among many.
CREATE INDEX payment_capture_failed ON payment (region_id) WHERE state = 'CAPTURE_FAILED';
