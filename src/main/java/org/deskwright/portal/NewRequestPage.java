package org.deskwright.portal;

import java.util.List;
import java.util.Map;

import org.deskwright.intake.Enclosure;
import org.deskwright.intake.Intake;
import org.deskwright.intake.Receipt;
import org.deskwright.intake.Request;
import org.deskwright.ticket.Attachment;
import org.deskwright.ticket.Attachments;
import org.deskwright.ticket.Channel;
import org.deskwright.ticket.Ticket;
import org.deskwright.ticket.Tickets;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.ModelAndView;

/** Where a request is written and filed. */
@Controller
@RequestMapping("/tickets/new")
class NewRequestPage {

    private static final String VIEW = "new-request";

    private final Intake intake;
    private final Tickets tickets;
    private final Attachments attachments;

    NewRequestPage(Intake intake, Tickets tickets, Attachments attachments) {
        this.tickets = tickets;
        this.attachments = attachments;
        this.intake = intake;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("draft", Draft.empty());
        model.addAttribute("problems", Map.of());
        model.addAttribute("filesLost", false);
        return VIEW;
    }

    @PostMapping
    ModelAndView file(@RequestParam(defaultValue = "") String subject, @RequestParam(defaultValue = "") String body,
                      @RequestParam(defaultValue = "") String token, @RequestParam(required = false) List<MultipartFile> files,
                      Authentication who) {
        Draft draft = Draft.of(subject, body, token);
        Uploads uploads = Uploads.of(files);
        Map<String, String> problems = draft.problems();
        uploads.problem().ifPresent(problem -> problems.put("files", problem));
        if (!problems.isEmpty()) {
            return new ModelAndView(VIEW, Map.of("draft", draft, "problems", problems, "filesLost", !uploads.files().isEmpty()),
                    HttpStatus.UNPROCESSABLE_ENTITY);
        }
        String login = who.getName();
        Request request = new Request(draft.subject(), draft.body(), Channel.PORTAL, sourceKey(draft, login),
                login, null, true, uploads.enclosures());
        Receipt receipt = intake.receive(request);
        if (!receipt.created() && !holds(receipt.number(), request)) {
            return new ModelAndView(VIEW, Map.of("draft", draft.anew(), "problems", Map.of(), "filed", receipt.number(),
                    "filesLost", !uploads.files().isEmpty()), HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/tickets/" + receipt.number());
    }

    /** Somebody may have gone back and written something else into a form that was sent, as far as what was sent is kept. */
    private boolean holds(String number, Request request) {
        Ticket filed = tickets.get(number);
        List<String> kept = attachments.of(number).stream().map(Attachment::fileName).toList();
        return filed.request().isEmpty() || filed.subject().equals(request.subject()) && filed.body().equals(request.body())
                && kept.containsAll(request.attachments().stream().map(Enclosure::fileName).toList());
    }

    private static String sourceKey(Draft draft, String login) {
        try {
            return draft.sourceKey(login);
        } catch (IllegalArgumentException e) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "The form's token is missing", e);
        }
    }
}
