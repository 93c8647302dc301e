package org.deskwright.process.proof;

import java.util.List;

/** Which flows a token may take out of a node. */
final class Way {

    private Way() {
    }

    /**
     * Every flow whose condition may hold, and the default where no other one holds for sure. In which order the engine asks
     * cannot be seen in the diagram, so it proves nothing.
     */
    static List<Flow> outOf(Node node, State state) {
        if (node.is("parallelGateway", "eventBasedGateway")) {
            return node.outgoing();
        }
        boolean decided = node.outgoing().stream().anyMatch(flow -> !flow.isDefault() && answer(flow, state) == Truth.YES);
        return node.outgoing().stream().filter(flow -> flow.isDefault() ? !decided : answer(flow, state) != Truth.NO).toList();
    }

    private static Truth answer(Flow flow, State state) {
        return flow.condition() == null ? Truth.YES : flow.condition().in(state);
    }
}
