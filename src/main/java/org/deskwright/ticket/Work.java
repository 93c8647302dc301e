package org.deskwright.ticket;

import java.util.Optional;

/** Knows which ticket the engine works on: the record names it where somebody wanted something of that work and was refused. */
public interface Work {

    /**
     * @param id of a task, an execution or a process instance
     * @return empty if there never was one, or it belongs to no ticket
     */
    Optional<String> ticketOf(String id);
}
