package org.deskwright.audit;

import java.util.Set;

/**
 * The record forgets a person. Published in the transaction of that, so that others forget with it.
 *
 * @param names under which the record may hold what is theirs: login, addresses, and the numbers of their tickets
 */
public record PersonForgotten(Set<String> names) {
}
