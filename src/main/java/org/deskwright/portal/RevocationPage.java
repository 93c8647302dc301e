package org.deskwright.portal;

import jakarta.servlet.http.HttpServletRequest;
import org.deskwright.governance.RevocationRefused;
import org.deskwright.resolution.TakeBack;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One click on a ticket's page: take back what the desk did. */
@Controller
class RevocationPage {

    private final Viewer viewer;
    private final TakeBack takeBack;

    RevocationPage(Viewer viewer, TakeBack takeBack) {
        this.viewer = viewer;
        this.takeBack = takeBack;
    }

    @PostMapping("/tickets/{number}/actions/{id}/revocation")
    String revoke(@PathVariable String number, @PathVariable String id, @RequestParam(defaultValue = "") String reason,
                  Authentication who, HttpServletRequest request, RedirectAttributes flash) {
        viewer.see(number, who);
        try {
            boolean now = takeBack.demand(number, id, who.getName(), Texts.plain(reason)).created();
            flash.addFlashAttribute("thanks", now ? "It is being taken back. This takes a moment." : "Somebody has demanded that already.");
        } catch (RevocationRefused refused) {
            request.setAttribute(RefusedRequests.RECORDED, true);
            flash.addFlashAttribute(RefusedRequests.PROBLEM, refused.why() == RevocationRefused.Why.NO_REASON ? "Please say why, in up to 1,000 characters."
                    : refused.getMessage() + ".");
        }
        return "redirect:/tickets/" + number;
    }
}
