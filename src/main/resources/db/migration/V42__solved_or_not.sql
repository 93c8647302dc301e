-- What the requester answered, besides when: what was done before a "no" has not solved it. Whose ticket went on after their
-- answer had said no.
alter table ticket add column solved boolean;
update ticket set solved = false where answered_at is not null and status <> 'resolved' and closed_at is null;

-- Which table answered: whatever it answered before is over once it is asked anew. Of older answers nobody knows.
alter table table_answer add column decision varchar(255);
