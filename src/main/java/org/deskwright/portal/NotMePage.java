package org.deskwright.portal;

import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.identity.Disavowals;
import org.deskwright.resolution.NotMe;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * "This wasn't me." Whoever has lost an account cannot sign in, so the page asks for no login; opening it changes nothing,
 * for mail scanners open links too, and it never says whose account it is about.
 */
@Controller
@RequestMapping("/not-me")
class NotMePage {

    private final NotMe notMe;

    NotMePage(NotMe notMe) {
        this.notMe = notMe;
    }

    @GetMapping
    String open(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return show(notMe.state(token), token, model, response);
    }

    @PostMapping
    String say(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        if (!notMe.say(token)) {
            return show(notMe.state(token), token, model, response);
        }
        model.addAttribute("done", true);
        return "not-me";
    }

    private static String show(Disavowals.State state, String token, Model model, HttpServletResponse response) {
        if (state == Disavowals.State.OPEN || state == Disavowals.State.USED) {
            model.addAttribute("token", token);
            model.addAttribute("said", state == Disavowals.State.USED);
        } else {
            response.setStatus((state == null ? HttpStatus.NOT_FOUND : HttpStatus.GONE).value());
            model.addAttribute("closed", state == null ? "We do not know this link. It may have been cut off." : "This link is too old. Links work for 7 days.");
        }
        return "not-me";
    }
}
