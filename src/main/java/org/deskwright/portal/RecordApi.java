package org.deskwright.portal;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.audit.Exhibits;
import org.deskwright.audit.ReadEntry;
import org.deskwright.audit.Reading;
import org.deskwright.audit.RecordPage;
import org.deskwright.audit.RecordSearch;
import org.deskwright.audit.Step;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The record over the public API, for auditors and security; a ticket's story also for those who work on it. Nothing is changed here. */
@RestController
@RequestMapping("/api/v1/audit")
class RecordApi {

    private final Viewer viewer;
    private final Reading reading;
    private final TicketRecords records;
    private final RecordFiles files;

    RecordApi(Viewer viewer, Reading reading, TicketRecords records, RecordFiles files) {
        this.viewer = viewer;
        this.reading = reading;
        this.records = records;
        this.files = files;
    }

    /**
     * @param index    {@code null} while it waits for its seal; so with sequence and sealedAt
     * @param quiet    whether it says little, as a step that ended
     * @param step     {@code null} outside of any process
     * @param words    what happened in the first line, what it rests on in the others
     * @param remarks  why it should not be believed without asking; mostly empty
     */
    record EntryView(UUID uid, Long index, Long sequence, Instant at, Instant sealedAt, String ticket, String kind, String title, boolean quiet,
                     String who, Step step, String words, @Schema(type = "object") JsonNode facts, List<String> remarks) {

        static EntryView of(ReadEntry entry) {
            return new EntryView(entry.uid(), entry.index(), entry.sequence(), entry.at(), entry.sealedAt(), entry.ticket(), entry.kind(), entry.title(),
                    entry.quiet(), entry.who(), entry.step(), entry.words(), entry.facts(), entry.remarks());
        }
    }

    record Found(List<EntryView> items, int page, int size, long total) {
    }

    record Story(String number, List<EntryView> entries) {
    }

    @Operation(summary = "Search the record, newest first",
            description = "person is a login, of whoever did it or of whom an entry says something. from and to are days (2026-03-07, both included) or moments "
                    + "(2026-03-07T14:05:00Z). Entries that wait for their seal have no index yet.")
    @GetMapping(path = "/entries", produces = MediaType.APPLICATION_JSON_VALUE)
    Found search(@RequestParam(required = false) String ticket, @RequestParam(required = false) String person, @RequestParam(required = false) String kind,
                 @RequestParam(required = false) String outcome, @RequestParam(required = false) String from, @RequestParam(required = false) String to,
                 @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "50") int size, Authentication who) {
        viewer.requireRecord(who);
        if (page < 0 || page > 1_000_000) {
            throw new InvalidField("page", "must lie between 0 and 1000000");
        }
        if (size < 1 || size > RecordSearch.LARGEST) {
            throw new InvalidField("size", "must lie between 1 and " + RecordSearch.LARGEST);
        }
        RecordPage found = reading.search(new RecordQuery(ticket, person, kind, outcome, from, to).search(reading.kinds(), true, page, size));
        return new Found(found.items().stream().map(EntryView::of).toList(), page, size, found.total());
    }

    @Operation(summary = "The story of a ticket in plain words",
            description = "Also for staff and desk-admins, unless it is their own request.")
    @GetMapping(path = "/tickets/{number}", produces = MediaType.APPLICATION_JSON_VALUE)
    Story story(@PathVariable String number, Authentication who) {
        return new Story(number, records.story(number, who).stream().map(EntryView::of).toList());
    }

    @Operation(summary = "The proof that an entry stands in the record",
            description = "A tlog-proof (C2SP), which \"audit check-proof\" checks with nothing but the verifier key.")
    @GetMapping(path = "/entries/{uid}/proof", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> proof(@PathVariable UUID uid, Authentication who) {
        viewer.requireRecord(who);
        return files.proof(uid);
    }

    @Operation(summary = "The verifier key", description = "To check the desk with, have it from somebody else than the desk.")
    @GetMapping(path = "/key", produces = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<String> key(Authentication who) {
        viewer.requireRecord(who);
        return files.key();
    }

    @Operation(summary = "The whole record as JSON Lines", description = "\"audit verify --export\" checks it. Each line is as /api/v1/audit/schema says.")
    @GetMapping(path = "/export", produces = RecordFiles.JSON_LINES)
    void export(Authentication who, HttpServletResponse response) throws IOException {
        viewer.requireRecord(who);
        files.export(response);
    }

    @Operation(summary = "JSON Schema (2020-12) of a line of the export")
    @GetMapping(path = "/schema", produces = "application/schema+json")
    ResponseEntity<String> schema(Authentication who) {
        viewer.requireRecord(who);
        return ResponseEntity.ok(Exhibits.schema());
    }
}
