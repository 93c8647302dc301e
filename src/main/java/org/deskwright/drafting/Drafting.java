package org.deskwright.drafting;

import java.util.Set;

import org.deskwright.inference.Inquiries;
import org.deskwright.inference.LanguageModels;
import org.springframework.stereotype.Component;

/** Has a language model write for a person to whom a ticket is handed, if any is on; whether one does, the table says. Nobody waits for it. */
@Component
public class Drafting {

    private final LanguageModels models;
    private final MachineTexts texts;
    private final Inquiries inquiries;

    Drafting(LanguageModels models, MachineTexts texts, Inquiries inquiries) {
        this.models = models;
        this.texts = texts;
        this.inquiries = inquiries;
    }

    /** In the transaction that hands it over. What was written before is of before. */
    public void begin(String ticket, Set<Kind> kinds) {
        if (models.isAnyOn()) {
            kinds.forEach(kind -> {
                texts.drop(ticket, kind);
                inquiries.ask(ticket, kind.skill().word());
            });
        }
    }
}
