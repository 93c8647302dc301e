package org.deskwright.drafting;

import org.deskwright.identity.NamesIn;
import org.deskwright.inference.LanguageModels;
import org.deskwright.inference.PerformerTable;
import org.deskwright.ticket.Tickets;
import org.deskwright.ticket.Timeline;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DraftingConfiguration {

    @Bean
    Writing summary(Tickets tickets, Timeline timeline, PerformerTable table, LanguageModels models, NamesIn names, MachineTexts texts) {
        return new Writing(Kind.SUMMARY, tickets, timeline, table, models, names, texts);
    }

    @Bean
    Writing draftedAnswer(Tickets tickets, Timeline timeline, PerformerTable table, LanguageModels models, NamesIn names, MachineTexts texts) {
        return new Writing(Kind.DRAFT, tickets, timeline, table, models, names, texts);
    }
}
