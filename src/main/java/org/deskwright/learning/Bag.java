package org.deskwright.learning;

/**
 * The features of one text, as 64-bit hashes in any order, and how often each occurs. Hashes instead of words keep a whole
 * history small; at 64 bits a clash is too rare to matter.
 */
record Bag(long[] keys, short[] counts) {
}
