package org.deskwright.portal;

import java.util.List;

import org.deskwright.correspondence.SetAside;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Mails with which the desk did nothing, for those to look through who read all requests. */
@Controller
class SetAsidePage {

    private static final int SIZE = 50;

    private final Viewer viewer;
    private final SetAside setAside;

    SetAsidePage(Viewer viewer, SetAside setAside) {
        this.viewer = viewer;
        this.setAside = setAside;
    }

    @GetMapping("/staff/set-aside")
    String show(@RequestParam(defaultValue = "0") int page, Authentication who, Model model) {
        viewer.requireEverything(who);
        int shown = Pages.within(page);
        List<Row> rows = setAside.page(shown, SIZE).stream().map(Row::of).toList();
        model.addAttribute("rows", rows);
        model.addAttribute("pages", Pages.of(shown, SIZE, setAside.count()));
        return "set-aside";
    }

    record Row(Moment at, String from, String subject, String why, String ticket) {

        static Row of(SetAside.Mail mail) {
            return new Row(Moment.of(mail.at()), mail.from(), mail.subject(), mail.why(), mail.ticket());
        }
    }
}
