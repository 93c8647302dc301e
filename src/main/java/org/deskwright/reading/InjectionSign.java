package org.deskwright.reading;

/** What makes a text look as if it spoke to a machine that reads it. */
public enum InjectionSign {

    /** Asks to ignore what the machine was told. */
    OVERRIDE,
    /** Wants it to play somebody, or says who its master is. */
    ROLE,
    /** Asks for its instructions. */
    PROMPT,
    /** Asks it for secrets, or for what it knows of others. */
    SECRET,
    /** Says what it is to answer or to decide. */
    ANSWER,
    /** Speaks to it, or of it. */
    MACHINE,
    /** Several small things, none of which would be enough. */
    HINT,
    /** Marks that part prompts, answers or turns of a conversation. */
    DELIMITER,
    /** Words in a code that people do not read. */
    ENCODED,
    /** Words that people do not see. */
    HIDDEN,
    /** Words made unlike themselves: letters of another alphabet, apart from one another, or figures for letters. */
    DISGUISED,
    /** The same words over and over. */
    REPETITION,
    /** Pictures that would carry what is known to another server. */
    EXFILTRATION
}
