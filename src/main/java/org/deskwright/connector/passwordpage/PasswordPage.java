package org.deskwright.connector.passwordpage;

import jakarta.servlet.http.HttpServletResponse;
import org.deskwright.identity.DirectoryUnavailable;
import org.deskwright.identity.TargetRefused;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.PessimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page behind the link. Opening it changes nothing: mail scanners open links too. */
@Controller
@RequestMapping(PasswordPage.PATH)
class PasswordPage {

    static final String PATH = "/choose-password";
    private static final String VIEW = "choose-password";
    private static final int LONGEST_PASSWORD = 256;
    private static final Logger LOG = LoggerFactory.getLogger(PasswordPage.class);

    private final PasswordChoice choice;

    PasswordPage(PasswordChoice choice) {
        this.choice = choice;
    }

    @GetMapping
    String open(@RequestParam(defaultValue = "") String token, Model model, HttpServletResponse response) {
        return show(choice.state(new Token(token)), token, model, response);
    }

    @PostMapping
    String choose(@RequestParam(defaultValue = "") String token, @RequestParam(defaultValue = "") String password,
                  @RequestParam(defaultValue = "") String repeated, Model model, HttpServletResponse response) {
        LinkState before = choice.state(new Token(token));
        if (before != LinkState.OPEN) {
            return show(before, token, model, response);
        }
        if (password.isEmpty() || password.length() > LONGEST_PASSWORD) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, password.isEmpty() ? "Type a new password."
                    : "This password is too long.", token, model, response);
        }
        if (!password.equals(repeated)) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, "The two passwords differ. Type the same one twice.", token,
                    model, response);
        }
        try {
            LinkState outcome = choice.choose(new Token(token), password);
            return outcome == LinkState.OPEN ? done(model) : show(outcome, token, model, response);
        } catch (TargetRefused e) {
            return again(HttpStatus.UNPROCESSABLE_ENTITY, e.getMessage(), token, model, response);
        } catch (PessimisticLockingFailureException e) {
            return again(HttpStatus.CONFLICT, "This link is being used right now. Try again in a moment.", token, model,
                    response);
        } catch (DirectoryUnavailable e) {
            LOG.warn("A password could not be handed over: {}", e.getMessage());
            return again(HttpStatus.SERVICE_UNAVAILABLE, "Your password could not be saved just now. Try again in a few"
                    + " minutes, with the same password.", token, model, response);
        }
    }

    private static String show(LinkState state, String token, Model model, HttpServletResponse response) {
        response.setStatus(state.status().value());
        model.addAttribute("closed", state.sentence());
        model.addAttribute("token", state == LinkState.OPEN ? token : null);
        return VIEW;
    }

    private static String done(Model model) {
        model.addAttribute("done", true);
        return VIEW;
    }

    private static String again(HttpStatus status, String error, String token, Model model,
                                HttpServletResponse response) {
        response.setStatus(status.value());
        model.addAttribute("error", error);
        model.addAttribute("token", token);
        return VIEW;
    }
}
