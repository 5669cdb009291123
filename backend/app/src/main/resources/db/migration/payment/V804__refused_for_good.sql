-- What Stripe turns down for good, or has not done after many tries, is the office's; so is a refund that somebody paid by hand.
ALTER TABLE payment_case DROP CONSTRAINT payment_case_kind_check;
ALTER TABLE payment_case ADD CONSTRAINT payment_case_kind_check CHECK (kind IN ('SHORT', 'TOO_MUCH', 'CHARGE_REFUSED',
    'DIFFERENCE', 'OVER_LIMIT', 'STUCK', 'NOT_REFUNDED'));
ALTER TABLE payment_refund ADD COLUMN given_up_at timestamptz;

-- What differed until the night's proof itself brought Stripe's answer into the books.
ALTER TABLE payment_proof ADD COLUMN mended bigint NOT NULL DEFAULT 0 CHECK (mended >= 0);
