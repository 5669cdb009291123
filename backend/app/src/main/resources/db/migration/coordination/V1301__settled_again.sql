-- A card that fails anew after its problem was settled is a problem again, and is settled again.
ALTER TABLE problem_settled DROP CONSTRAINT problem_settled_pkey;
ALTER TABLE problem_settled ADD PRIMARY KEY (region_id, source, subject, settled_at);
