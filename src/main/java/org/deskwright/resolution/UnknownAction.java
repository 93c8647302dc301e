package org.deskwright.resolution;

/** There is no action with this id. */
public class UnknownAction extends RuntimeException {

    UnknownAction(String id) {
        super("There is no action " + id);
    }

    UnknownAction(String id, String ticket) {
        super("%s has no action %s".formatted(ticket, id));
    }
}
