// Puts the request's page beside the selected task. The text is shown by our own page and never becomes a process variable.
const brief = document.createElement('iframe');
brief.className = 'desk-brief';
brief.title = 'The request';

const selectedTask = () => new URLSearchParams(location.hash.split('?')[1] ?? '').get('task');

const place = () => {
  const card = document.querySelector('section.task-card');
  const task = selectedTask();
  if (!card || !task) {
    return;
  }
  if (brief.dataset.task !== task) {
    brief.dataset.task = task;
    brief.src = `/staff/tasks/${encodeURIComponent(task)}`;
  }
  if (brief.parentElement !== card) {
    card.appendChild(brief);
  }
};

new MutationObserver(place).observe(document.body, { childList: true, subtree: true });
addEventListener('hashchange', place);
