package org.deskwright.portal;

import java.util.Map;

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

    /**
     * @param parameters {@code error} and {@code logout} from Spring Security; {@code as}, the login of one of the demo
     *                   people, whom the page lists
     */
    @GetMapping("/login")
    String show(@RequestParam Map<String, String> parameters,
                @SessionAttribute(name = WebAttributes.AUTHENTICATION_EXCEPTION, required = false) Exception refusal, Model model) {
        boolean refused = parameters.containsKey("error");
        boolean unavailable = refusal instanceof AuthenticationServiceException;
        model.addAttribute("login", navigation.isEmbedded() ? parameters.getOrDefault("as", "") : "");
        model.addAttribute("wrong", refused && !unavailable);
        model.addAttribute("unavailable", refused && unavailable);
        model.addAttribute("signedOut", parameters.containsKey("logout"));
        return "login";
    }
}
