-- The books that every sale writes: some ten rows, each of which asked its foreign keys one by one, and all of them locked the
-- same row of the region against each other. What the keys guarded cannot happen: nobody may delete or change these rows or
-- their parents (protect_append_only), a part is written with its receipt by one class in one transaction, and the region is
-- the connection's own (row-level security). The books are proven whole by reading them: see BookCheck and the benches.
ALTER TABLE receipt DROP CONSTRAINT receipt_region_id_fkey;
ALTER TABLE receipt_line DROP CONSTRAINT receipt_line_region_id_op_id_fkey;
ALTER TABLE receipt_tax DROP CONSTRAINT receipt_tax_region_id_op_id_fkey;
ALTER TABLE receipt_payment DROP CONSTRAINT receipt_payment_region_id_op_id_fkey;
ALTER TABLE stock_move DROP CONSTRAINT stock_move_region_id_fkey;
