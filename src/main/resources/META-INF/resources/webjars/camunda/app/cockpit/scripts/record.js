// What the record says of a process instance: a tab with the ticket's story, and on the diagram how sure the desk was and what was decided.
const about = processInstanceId => `/staff/instances/${encodeURIComponent(processInstanceId)}`;

const tab = {
  id: 'deskwright-record',
  pluginPoint: 'cockpit.processInstance.runtime.tab',
  priority: 20,
  properties: { label: 'Record' },
  render: (node, { processInstanceId }) => {
    const page = document.createElement('iframe');
    page.className = 'desk-record';
    page.title = 'Record';
    page.src = `${about(processInstanceId)}/record`;
    node.replaceChildren(page);
  },
  unmount: () => {}
};

const mark = ({ text, tone, title }) => {
  const label = document.createElement('div');
  label.className = `desk-mark ${tone}`;
  label.textContent = text.replace(' %', '\u00a0%');
  label.title = title;
  return label;
};

const overlay = {
  id: 'deskwright-decisions',
  pluginPoint: 'cockpit.processInstance.diagram.plugin',
  priority: 20,
  render: async (viewer, { processInstanceId }) => {
    const answer = await fetch(`${about(processInstanceId)}/decisions`);
    if (!answer.ok) {
      return; // the tab says why
    }
    const overlays = viewer.get('overlays');
    const drawn = viewer.get('elementRegistry');
    (await answer.json()).filter(({ step }) => drawn.get(step))
      .forEach(decision => overlays.add(decision.step, 'deskwright', { position: { top: 3, left: 0 }, html: mark(decision) }));
  },
  unmount: () => {}
};

export default [tab, overlay];
