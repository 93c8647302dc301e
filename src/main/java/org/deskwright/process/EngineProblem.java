package org.deskwright.process;

/**
 * A problem as RFC 9457 has it, with the sentence under the engine's own name as well: its web applications show that one.
 *
 * @param type   the kind of refusal, as the engine names exceptions
 * @param status of HTTP
 * @param detail what is wrong, for people
 */
record EngineProblem(String type, int status, String detail, String message) {

    EngineProblem(String type, int status, String detail) {
        this(type, status, detail, detail);
    }
}
