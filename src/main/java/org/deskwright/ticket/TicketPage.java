package org.deskwright.ticket;

import java.util.List;

/** One page of tickets, newest first; {@code page} counts from 0. */
public record TicketPage(List<Ticket> items, int page, int size, long total) {
}
