package org.deskwright.connector.demo.phone;

import java.util.List;

import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.server.ResponseStatusException;

/** Everybody's phone on one page, so that the demo works without a carrier: for administrators, and marked as a demo. */
@Controller
@Profile("embedded")
@RequestMapping("/demo/outbox")
class OutboxPage {

    /** As sign-in gives it to the members of the directory group. */
    private static final GrantedAuthority READERS = new SimpleGrantedAuthority("GROUP_desk-admins");

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
        if (!authentication.getAuthorities().contains(READERS)) {
            throw new ResponseStatusException(HttpStatus.FORBIDDEN, "The outbox is for the administrators of the desk");
        }
        return messages.sent();
    }
}
