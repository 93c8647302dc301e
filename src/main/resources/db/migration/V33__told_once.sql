-- Whoever had what was taken back has been told, by the process that took it or by the desk itself if that was gone.
alter table revocation add column told_at timestamp(6) with time zone;
