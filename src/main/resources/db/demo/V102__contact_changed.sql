-- Since when the registered channels are as they are.
ALTER TABLE hr.employee ADD COLUMN contact_changed_at TIMESTAMP WITH TIME ZONE;
UPDATE hr.employee SET contact_changed_at = CAST(joined_on AS TIMESTAMP WITH TIME ZONE);
ALTER TABLE hr.employee ALTER COLUMN contact_changed_at SET NOT NULL;
