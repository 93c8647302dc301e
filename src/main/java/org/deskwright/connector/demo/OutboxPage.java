package org.deskwright.connector.demo;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Everybody's phone on one page, so that the demo works without a carrier: for one person, and marked as a demo. */
@Controller
@Profile("embedded")
@RequestMapping("/demo/outbox")
class OutboxPage {

    private static final String READER = "noor.ali";

    private final DemoTextMessages messages;

    OutboxPage(DemoTextMessages messages) {
        this.messages = messages;
    }

    @GetMapping(produces = MediaType.TEXT_HTML_VALUE)
    String page(Authentication authentication, Model model) {
        model.addAttribute("messages", readBy(authentication));
        return "outbox";
    }

    @GetMapping
    ResponseEntity<List<TextMessage>> list(Authentication authentication) {
        return ResponseEntity.ok().contentType(MediaType.APPLICATION_JSON).body(readBy(authentication));
    }

    private List<TextMessage> readBy(Authentication authentication) {
        if (!READER.equals(authentication.getName())) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "The outbox is for " + READER);
        }
        return messages.sent();
    }
}
