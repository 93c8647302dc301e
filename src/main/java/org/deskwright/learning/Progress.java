package org.deskwright.learning;

/** Told how far a training is. */
public interface Progress {

    Progress SILENT = (what, done, of) -> { };

    /** @param what is begun now, for instance {@code "letters, fold 2"} */
    void at(String what, int done, int of);
}
