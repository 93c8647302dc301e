package org.deskwright.audit;

/**
 * The step of a diagram that was under way as an entry was written.
 *
 * @param process  key of the process
 * @param version  of the process's definition
 * @param id       of the step in the diagram
 * @param instance of the process, as the engine numbers them
 */
public record Step(String process, int version, String id, String instance) {
}
