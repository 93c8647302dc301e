package org.deskwright.portal;

import java.util.Set;

import org.deskwright.ticket.Reader;
import org.deskwright.ticket.TicketPage;
import org.deskwright.ticket.TicketSearch;
import org.deskwright.ticket.Tickets;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the signed-in person has asked for. */
@Controller
class MyRequestsPage {

    private static final int SIZE = 25;

    private final Tickets tickets;
    private final RequestViews views;

    MyRequestsPage(Tickets tickets, RequestViews views) {
        this.views = views;
        this.tickets = tickets;
    }

    @GetMapping("/")
    String show(@RequestParam(defaultValue = "0") int page, Authentication who, Model model) {
        TicketPage found = tickets.search(
                new TicketSearch(Reader.ofTheirOwn(who.getName()), null, null, null, Pages.within(page), SIZE));
        Set<String> takenBack = views.takenBackOf(found.items());
        model.addAttribute("requests", found.items().stream().map(ticket -> new RequestRow(ticket.number(),
                ticket.subject(), Badge.of(ticket, takenBack.contains(ticket.number())), Moment.of(ticket.receivedAt()))).toList());
        model.addAttribute("pages", Pages.of(found));
        return "my-requests";
    }

    record RequestRow(String number, String subject, Badge badge, Moment at) {
    }
}
