-- Which table answered: whatever it answered before is over once it is asked anew. Of older answers nobody knows.
alter table table_answer add column decision varchar(255);
