-- The desk tells now of whatever was taken back and not told. Nobody is to hear late of what was before that.
update revocation set told_at = demanded_at where told_at is null and action_id in (select action_id from ledger where state = 'revoked');
