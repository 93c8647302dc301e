package org.deskwright.ticket;

import java.util.Set;

/** Counts directory groups among the staff: whoever gives a group something to do on tickets says so. */
public interface StaffGroups {

    Set<String> staffGroups();
}
