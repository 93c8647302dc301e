-- Who withdrew the request: what was done for them is taken back as their wish only if it stands here.
alter table ticket add column withdrawn_by varchar(100);
update ticket set withdrawn_by = requester where closure_code = 'withdrawn';
