-- Payments that no card can settle wait for a person as well.
ALTER TABLE problem_settled DROP CONSTRAINT problem_settled_source_check;
ALTER TABLE problem_settled ADD CONSTRAINT problem_settled_source_check
    CHECK (source IN ('CASE', 'QUARANTINE', 'CAPTURE', 'REFUND', 'FACT', 'PAYMENT'));
