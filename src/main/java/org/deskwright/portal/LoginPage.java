package org.deskwright.portal;

import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.web.WebAttributes;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.SessionAttribute;

/** The form; Spring Security takes what is posted. */
@Controller
class LoginPage {

    private final Navigation navigation;

    LoginPage(Navigation navigation) {
        this.navigation = navigation;
    }

    /** @param as login to write into the form; for the demo people, whom the page lists */
    @GetMapping("/login")
    String show(@RequestParam(defaultValue = "") String as, @RequestParam(required = false) String error,
                @RequestParam(required = false) String logout,
                @SessionAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) Exception refusal, Model model) {
        model.addAttribute("login", navigation.isEmbedded() ? as : "");
        model.addAttribute("wrong", error != null && !(refusal instanceof AuthenticationServiceException));
        model.addAttribute("unavailable", error != null && refusal instanceof AuthenticationServiceException);
        model.addAttribute("signedOut", logout != null);
        return "login";
    }
}
