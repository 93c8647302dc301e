package org.deskwright.portal;

import java.io.IOException;
import java.util.List;
import java.util.UUID;

import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordPage;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record for auditors: look for something, read a ticket's story, take a proof home. */
@Controller
@RequestMapping("/record")
class RecordPages {

    private static final int SIZE = 50;

    private final Viewer viewer;
    private final Reading reading;
    private final TicketRecords records;
    private final RecordFiles files;

    RecordPages(Viewer viewer, Reading reading, TicketRecords records, RecordFiles files) {
        this.viewer = viewer;
        this.reading = reading;
        this.records = records;
        this.files = files;
    }

    @GetMapping
    String search(@RequestParam(defaultValue = "") String ticket, @RequestParam(defaultValue = "") String person, @RequestParam(defaultValue = "") String kind,
                  @RequestParam(defaultValue = "") String outcome, @RequestParam(defaultValue = "") String from, @RequestParam(defaultValue = "") String to,
                  @RequestParam(defaultValue = "false") boolean quiet, @RequestParam(defaultValue = "0") int page, Authentication who, Model model) {
        viewer.requireRecord(who);
        RecordPage found = new RecordPage(List.of(), 0, SIZE, 0);
        RecordQuery query = new RecordQuery("", "", "", "", "", "");
        try {
            query = new RecordQuery(ticket, person, kind, outcome, from, to);
            found = reading.search(query.search(reading.kinds(), quiet, Pages.within(page), SIZE));
        } catch (InvalidField wrong) {
            model.addAttribute("problem", "%s: %s.".formatted(wrong.field(), wrong.getMessage()));
        }
        model.addAttribute("query", query);
        model.addAttribute("quiet", quiet);
        model.addAttribute("narrowed", !query.equals(new RecordQuery("", "", "", "", "", "")));
        model.addAttribute("rows", found.items().stream().map(RecordLine::of).toList());
        model.addAttribute("pages", Pages.of(found.page(), found.size(), found.total()));
        model.addAttribute("kinds", reading.kinds());
        model.addAttribute("outcomes", reading.outcomes());
        return "record";
    }

    @GetMapping("/tickets/{number}")
    String story(@PathVariable String number, Authentication who, Model model) {
        List<ReadEntry> story = records.story(number, who);
        model.addAttribute("it", RecordStory.of(number, story));
        model.addAttribute("reader", SignedIn.of(who, viewer.isStaff(who)));
        return "record-story";
    }

    @GetMapping("/entries/{uid}/proof")
    ResponseEntity<String> proof(@PathVariable UUID uid, Authentication who) {
        viewer.requireRecord(who);
        return files.proof(uid);
    }

    @GetMapping("/key")
    ResponseEntity<String> key(Authentication who) {
        viewer.requireRecord(who);
        return files.key();
    }

    @GetMapping("/export")
    void export(Authentication who, HttpServletResponse response) throws IOException {
        viewer.requireRecord(who);
        files.export(response);
    }
}
