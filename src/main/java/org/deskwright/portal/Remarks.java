package org.deskwright.portal;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

import org.deskwright.reading.Reading;
import org.deskwright.ticket.Remark;
import org.deskwright.ticket.Remark.Kind;
import org.deskwright.ticket.Taxonomy;
import org.deskwright.ticket.TextUnavailable;
import org.deskwright.ticket.Ticket;
import org.deskwright.triage.RequestReader;
import org.springframework.stereotype.Component;

/** What staff are told of how a request is written: what is stored, and for who decides the words that led there, read anew. */
@Component
class Remarks {

    private final RequestReader reader;
    private final Taxonomy taxonomy;

    Remarks(RequestReader reader, Taxonomy taxonomy) {
        this.reader = reader;
        this.taxonomy = taxonomy;
    }

    /** Without the words. */
    List<RemarkRow> of(Ticket ticket) {
        return rows(ticket, remark -> true);
    }

    /** Where there is little room: only what is out of the ordinary. */
    List<RemarkRow> unusualOf(Ticket ticket) {
        return rows(ticket, Remark::isWorthMentioning);
    }

    List<RemarkRow> withWords(Ticket ticket) {
        List<Remark> remarks = Remark.of(ticket.impression(), taxonomy);
        Optional<Reading> reading = remarks.stream().allMatch(remark -> remark.kind() == Kind.LANGUAGE) ? Optional.empty() : read(ticket);
        return remarks.stream().map(remark -> RemarkRow.of(remark, reading.map(it -> because(remark.kind(), it)).orElse(List.of()))).toList();
    }

    /** What it asks for, read anew. */
    List<Detail> detailsOf(Ticket ticket) {
        return read(ticket).map(reading -> Detail.of(reading.slots())).orElse(List.of());
    }

    private List<RemarkRow> rows(Ticket ticket, Predicate<Remark> which) {
        return Remark.of(ticket.impression(), taxonomy).stream().filter(which).map(remark -> RemarkRow.of(remark, List.of())).toList();
    }

    private Optional<Reading> read(Ticket ticket) {
        try {
            return reader.read(ticket);
        } catch (TextUnavailable later) {
            return Optional.empty();
        }
    }

    private static List<String> because(Kind kind, Reading reading) {
        return switch (kind) {
            case LANGUAGE, BROKEN_ANSWER, LEFT_TO_PEOPLE -> List.of();
            case MOOD -> reading.mood().because();
            case OTHER_PERSON -> reading.others().because();
            case SECOND_REQUEST -> reading.second().map(second -> List.of(second.because())).orElse(List.of());
            case MACHINE -> reading.injection().because();
        };
    }
}
