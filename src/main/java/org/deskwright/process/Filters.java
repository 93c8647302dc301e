package org.deskwright.process;

import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.camunda.bpm.engine.task.TaskQuery;
import org.deskwright.ticket.Taxonomy;
import org.springframework.stereotype.Component;

/** The ready-made filters of Tasklist. */
@Component
class Filters {

    private static final String[] REVIEWS = {"userTask_reviewClassification", "userTask_reviewAction", ModelAdoption.TO_PEOPLE};

    private final FilterService filters;
    private final TaskService tasks;
    private final Taxonomy taxonomy;
    private final Access access;

    Filters(FilterService filters, TaskService tasks, Taxonomy taxonomy, Access access) {
        this.filters = filters;
        this.tasks = tasks;
        this.taxonomy = taxonomy;
        this.access = access;
    }

    void provide() {
        provide("My reviews", "Decisions that wait for me or my group", -40, mine -> mine.taskDefinitionKeyIn(REVIEWS));
        provide("My queue", "Requests that my group works on", -30, mine -> mine.taskDefinitionKeyIn("userTask_fulfilRequest"));
        provide("Escalated", "What the desk handed to people", -20, mine -> mine.processVariableValueEquals(Variables.ESCALATED.name(), true));
        provide("Overdue", "Past the promised time", -10, mine -> mine.dueBeforeExpression("${now()}"));
    }

    private void provide(String name, String description, int order, UnaryOperator<TaskQuery> restriction) {
        TaskQuery mine = tasks.createTaskQuery().taskCandidateGroupInExpression("${currentUserGroups()}").includeAssignedTasks();
        TaskQuery query = restriction.apply(mine).orderByTaskPriority().desc().orderByDueDate().asc();
        Filter filter = filters.createFilterQuery().filterName(name).singleResult();
        if (filter == null) {
            filter = filters.newTaskFilter(name);
        }
        filter.setQuery(query);
        filter.setProperties(Map.of("description", description, "priority", order, "color", "#3b5bdb", "refresh", true,
                "showUndefinedVariable", false, "variables", List.of(
                        Map.of("name", Variables.CATEGORY_NAME.name(), "label", "Category"),
                        Map.of("name", Variables.PRIORITY_NAME.name(), "label", "Priority"),
                        Map.of("name", Variables.QUEUE_NAME.name(), "label", "Queue"),
                        Map.of("name", Variables.REMARKS.name(), "label", "Written"))));
        filters.saveFilter(filter);
        String id = filter.getId();
        taxonomy.staffGroups().forEach(group -> access.grant(group, Resources.FILTER, id, Permissions.READ));
    }
}
