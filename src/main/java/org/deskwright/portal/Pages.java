package org.deskwright.portal;

import org.deskwright.ticket.TicketPage;

/**
 * Where one is in a long list; counts from 0.
 *
 * @param number page shown
 * @param count  at least 1
 */
record Pages(int number, int count, long total) {

    private static final int LAST = 1_000_000;

    static Pages of(TicketPage page) {
        return of(page.page(), page.size(), page.total());
    }

    static Pages of(int page, int size, long total) {
        return new Pages(page, (int) Math.max(1, (total + size - 1) / size), total);
    }

    /** A page number from an address bar, made harmless. */
    static int within(int asked) {
        return Math.max(0, Math.min(asked, LAST));
    }
}
