-- Checkpoints are read by their sizes, beside the entries that they cover.
create index checkpoint_of_size on record.checkpoint (size);
