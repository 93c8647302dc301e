// A tab that says why this task needs a person: the gate's reasons, how sure the desk is, how people decided before.
export default {
  id: 'deskwright-why',
  pluginPoint: 'tasklist.task.detail',
  priority: 900,
  properties: { label: 'Why am I asked?' },
  render: (node, { taskId }) => {
    const page = document.createElement('iframe');
    page.className = 'desk-why';
    page.title = 'Why am I asked?';
    page.src = `/staff/tasks/${encodeURIComponent(taskId)}/why`;
    node.replaceChildren(page);
  },
  unmount: () => {}
};
